package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the dashboard shows and what can be done in it. Lives on the JavaFX thread; everything that reads files or
/// waits
/// goes through the background executor.
final class DashboardModel {
    private final Validation validation;
    private final Executor background;
    private final Executor fx;
    private final Dialogs dialogs;

    private final ReadOnlyObjectWrapper<@Nullable WorkspaceView> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunSnapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunOutcome> shown = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Tier> tier = new SimpleObjectProperty<>(Tier.L0);
    private final ObjectProperty<Integer> workers = new SimpleObjectProperty<>(4);
    private final ObjectProperty<Optional<Integer>> atMost = new SimpleObjectProperty<>(Optional.empty());
    private Workspace workspace;
    private Validation.@Nullable Run run;
    private @Nullable Runnable afterwards;

    DashboardModel(Validation validation, Workspace workspace, Dialogs dialogs, Executor background, Executor fx) {
        this.validation = validation;
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.background = background;
        this.fx = fx;
    }

    /// What there is to see of the workspace; null until it was read.
    ReadOnlyObjectProperty<@Nullable WorkspaceView> view() {
        return view.getReadOnlyProperty();
    }

    /// The run that is on, or the last one of this window; null before the first.
    ReadOnlyObjectProperty<@Nullable RunSnapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /// The finished run that the results page shows.
    ReadOnlyObjectProperty<@Nullable RunOutcome> shown() {
        return shown.getReadOnlyProperty();
    }

    ObjectProperty<Tier> tier() {
        return tier;
    }

    ObjectProperty<Integer> workers() {
        return workers;
    }

    ObjectProperty<Optional<Integer>> atMost() {
        return atMost;
    }

    Workspace workspace() {
        return workspace;
    }

    boolean isRunning() {
        return run != null;
    }

    /// Strategies that the next run would take.
    int waiting() {
        WorkspaceView now = view.get();
        if (now == null) {
            return 0;
        }
        int all = now.queue().awaiting(tier.get()).size();
        return atMost.get().map(most -> Math.min(most, all)).orElse(all);
    }

    /// The lines of the queue table.
    List<StrategyRow> rows() {
        WorkspaceView now = view.get();
        if (now == null) {
            return List.of();
        }
        RunSnapshot live = snapshot.get();
        Set<StrategyId> busy = busy(live);
        // Once the run is over, the files know better: a decision may have changed its results.
        Map<StrategyId, StrategyResult> finished = live == null || !isRunning()
                ? Map.of()
                : live.finished().stream().collect(Collectors.toMap(StrategyResult::id, Function.identity()));
        return now.queue().entries().stream()
                .map(entry -> new StrategyRow(
                        entry,
                        Optional.ofNullable(finished.get(entry.id()))
                                .or(() -> Optional.ofNullable(now.results().get(entry.id()))),
                        live(entry.id(), busy, finished)))
                .toList();
    }

    private Optional<StatusLook> live(StrategyId id, Set<StrategyId> busy, Map<StrategyId, StrategyResult> finished) {
        if (!isRunning()) {
            return Optional.empty();
        }
        return busy.contains(id)
                ? Optional.of(StatusLook.VALIDATING)
                : Optional.ofNullable(finished.get(id))
                        .map(result ->
                                StatusLook.of(result.status(), result.status().name()));
    }

    private static Set<StrategyId> busy(@Nullable RunSnapshot live) {
        Set<StrategyId> busy = new HashSet<>();
        if (live != null) {
            for (Slot slot : live.slots()) {
                if (slot instanceof Slot.Busy working) {
                    busy.add(working.id());
                }
            }
        }
        return busy;
    }

    /// Reads the workspace again.
    void reload() {
        Workspace place = workspace;
        inBackground(() -> validation.view(place), fresh -> {
            if (place.equals(workspace)) {
                view.set(fresh);
                if (!isRunning() && shown.get() == null) {
                    shown.set(fresh.lastRun().orElse(null));
                }
            }
        });
    }

    void open(Workspace other) {
        if (isRunning()) {
            dialogs.tell("A run is on in " + workspace.name() + "; cancel it or wait for it first.", "");
            return;
        }
        workspace = other;
        snapshot.set(null);
        shown.set(null);
        reload();
    }

    /// Starts a run of what waits.
    void validate() {
        start(validation.start(workspace, request(List.of())));
    }

    void resume() {
        start(validation.resume(workspace));
    }

    void discard() {
        Workspace place = workspace;
        inBackground(
                () -> {
                    validation.discard(place);
                    return place;
                },
                done -> reload());
    }

    void dryRun() {
        Workspace place = workspace;
        RunRequest request = request(List.of());
        inBackground(() -> validation.dryRun(place, request), dialogs::showPlan);
    }

    void cancel() {
        if (run != null) {
            run.cancel();
            pulse();
        }
    }

    /// Does something once no run is on.
    void whenIdle(Runnable action) {
        if (isRunning()) {
            afterwards = action;
        } else {
            action.run();
        }
    }

    /// Copies the live state; called at display rate while a run is on.
    void pulse() {
        if (run != null) {
            snapshot.set(run.board().snapshot());
        }
    }

    /// Shows a finished run of the history.
    void show(RunMetrics past) {
        Workspace place = workspace;
        inBackground(() -> validation.outcome(place, past.runId()), found -> {
            if (found.isPresent()) {
                shown.set(found.get());
            } else {
                dialogs.tell("The plan file of run " + past.runId() + " is no longer there.", "");
            }
        });
    }

    /// Asks the question that a finished run left open.
    void askDecision(RunOutcome outcome) {
        WorkspaceView now = view.get();
        TierProtocol protocol =
                now == null ? null : now.protocols().get(outcome.plan().tier());
        dialogs.askDecision(
                DecisionCase.of(
                        outcome,
                        protocol == null ? TierProtocol.defaults(outcome.plan().tier()) : protocol),
                decision -> decide(outcome, decision));
    }

    private void decide(RunOutcome outcome, Decision decision) {
        Workspace place = workspace;
        inBackground(() -> validation.decide(place, outcome.plan().runId(), decision), decided -> {
            shown.set(decided);
            reload();
            if (decision.option() == EscalationOption.RETRY) {
                List<StrategyId> again = decided.strategies().stream()
                        .filter(result -> !result.passed())
                        .map(StrategyResult::id)
                        .toList();
                start(validation.start(place, request(again)));
            }
        });
    }

    private RunRequest request(List<StrategyId> strategies) {
        OptionalInt most = atMost.get().map(OptionalInt::of).orElse(OptionalInt.empty());
        return new RunRequest(
                tier.get(),
                OptionalInt.of(workers.get()),
                strategies.isEmpty() ? most : OptionalInt.empty(),
                strategies);
    }

    private void start(Validation.Run next) {
        if (isRunning()) {
            return;
        }
        run = next;
        pulse();
        background.execute(() -> {
            try {
                RunOutcome outcome = next.execute();
                fx.execute(() -> finished(outcome));
            } catch (RuntimeException e) {
                fx.execute(() -> {
                    ended();
                    explain(e);
                });
            }
        });
    }

    private void finished(RunOutcome outcome) {
        ended();
        if (!outcome.plan().strategies().isEmpty()) {
            shown.set(outcome);
        }
        if (outcome.awaitsDecision() && afterwards == null) {
            askDecision(outcome);
        }
    }

    private void ended() {
        pulse();
        run = null;
        // Whoever shows "running" hears of its end even where the last picture is the same.
        RunSnapshot last = snapshot.get();
        snapshot.set(null);
        snapshot.set(last);
        if (afterwards != null) {
            afterwards.run();
            return;
        }
        reload();
    }

    private <T> void inBackground(Supplier<T> work, Consumer<T> then) {
        background.execute(() -> {
            try {
                T result = work.get();
                fx.execute(() -> then.accept(result));
            } catch (RuntimeException e) {
                fx.execute(() -> explain(e));
            }
        });
    }

    /// A sentence first; a trace folds out, and only where it is our mistake.
    private void explain(RuntimeException e) {
        switch (e) {
            case ProblemException problem ->
                dialogs.tell(problem.problem().headline(), problem.problem().excerpt());
            case LockedException locked -> dialogs.tell(String.valueOf(locked.getMessage()), "");
            case RequestException wrong -> dialogs.tell(String.valueOf(wrong.getMessage()), "");
            default -> {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                dialogs.tell(
                        "This is a mistake in the program itself; please report it with the details.",
                        trace.toString());
            }
        }
    }
}
