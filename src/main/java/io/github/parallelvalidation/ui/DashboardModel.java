package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the window shows and what can be done in it. Its state changes on one thread, that of `display`; whatever reads
/// files or waits runs on `background`.
final class DashboardModel {
    private final Validation validation;
    private final Dialogs dialogs;
    private final Work work;
    private final InstantSource clock;
    private final Choices choices = new Choices();

    private final ReadOnlyObjectWrapper<Optional<Loaded>> loaded = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunSnapshot>> snapshot = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunOutcome>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(Activity.IDLE);
    private final ReadOnlyObjectWrapper<Optional<Banner>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Workspace> workspace;
    private Optional<Validation.Run> run = Optional.empty();
    private Optional<Runnable> whenIdle = Optional.empty();

    DashboardModel(Validation validation, Workspace workspace, Dialogs dialogs, Work work, InstantSource clock) {
        this.validation = validation;
        this.workspace = new ReadOnlyObjectWrapper<>(workspace);
        this.dialogs = dialogs;
        this.work = work;
        this.clock = clock;
    }

    /// Whether something is under way.
    enum Activity {
        IDLE,
        RUNNING,
        CANCELLING
    }

    Choices choices() {
        return choices;
    }

    ReadOnlyObjectProperty<Workspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    /// The workspace as it was last read.
    ReadOnlyObjectProperty<Optional<Loaded>> loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// The run that is on, or the last one of this window.
    ReadOnlyObjectProperty<Optional<RunSnapshot>> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /// The finished run that the results page shows.
    ReadOnlyObjectProperty<Optional<RunOutcome>> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Banner>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    List<Banner> banners() {
        boolean idle = activity.get() == Activity.IDLE;
        return Banners.of(idle ? view() : Optional.empty(), trouble.get());
    }

    Optional<WorkspaceView> view() {
        return loaded.get().map(Loaded::view);
    }

    List<StrategyRow> rows() {
        Loaded read = loaded.get().orElse(null);
        if (read == null) {
            return List.of();
        }
        Optional<RunSnapshot> live = run.isPresent() ? snapshot.get() : Optional.empty();
        return QueueRows.of(
                read.view().queue().entries(), read.known(), choices.tier().get(), live);
    }

    RunLine runLine() {
        Optional<RunSnapshot> live = run.isPresent() ? snapshot.get() : Optional.empty();
        return live.map(now -> RunLine.running(now, clock.instant()))
                .or(() -> view().flatMap(WorkspaceView::lastRun).map(RunLine::finished))
                .orElseGet(() -> RunLine.beforeAny(waiting()));
    }

    /// How many strategies the next run would take.
    int waiting() {
        int all = view().map(seen -> seen.queue().awaiting(choices.tier().get()).size())
                .orElse(0);
        return Math.min(all, choices.atMost().get().orElse(all));
    }

    boolean canValidate() {
        return waiting() > 0 && isReady();
    }

    /// Whether a run could start.
    boolean isReady() {
        return activity.get() == Activity.IDLE
                && view().filter(seen -> seen.errors().isEmpty()
                                && seen.lockHolder().isEmpty()
                                && seen.interruptedRunId().isEmpty())
                        .isPresent();
    }

    InstantSource clock() {
        return clock;
    }

    /// Reads the workspace again.
    void reload() {
        trouble.set(Optional.empty());
        read();
    }

    void open(Path folder) {
        if (activity.get() != Activity.IDLE) {
            return;
        }
        Workspace.find(folder).ifPresentOrElse(this::open, () -> trouble.set(Optional.of(Trouble.noWorkspace(folder))));
    }

    private void open(Workspace other) {
        workspace.set(other);
        snapshot.set(Optional.empty());
        shown.set(Optional.empty());
        loaded.set(Optional.empty());
        reload();
    }

    void chooseWorkspace() {
        dialogs.chooseWorkspace(this::open);
    }

    void validate() {
        begin(() -> validation.start(workspace.get(), choices.request()));
    }

    /// These strategies, whatever their status.
    void validate(List<StrategyId> strategies) {
        begin(() -> validation.start(workspace.get(), choices.request(strategies)));
    }

    void resume() {
        begin(() -> validation.resume(workspace.get()));
    }

    void dryRun() {
        Workspace place = workspace.get();
        RunRequest request = choices.request();
        work.call("The dry run", () -> validation.dryRun(place, request), dialogs::showPlan, this::failed);
    }

    void cancel() {
        run.ifPresent(running -> {
            running.cancel();
            activity.set(Activity.CANCELLING);
        });
    }

    void discard() {
        Question question = new Question(
                "Discard the interrupted run?",
                "Its unfinished strategies go back to what they were before it. Results that are complete stay on disk"
                        + " but reach neither the queue nor the history.",
                "Discard the run");
        dialogs.confirm(question, () -> {
            Workspace place = workspace.get();
            Supplier<Workspace> discarding = () -> {
                validation.discard(place);
                return place;
            };
            work.call("Discarding", discarding, _ -> reload(), this::failed);
        });
    }

    /// Puts the open question of the last run.
    void askDecision() {
        view().flatMap(WorkspaceView::lastRun)
                .filter(RunOutcome::awaitsDecision)
                .ifPresent(this::ask);
    }

    void perform(Banner.Action action) {
        switch (action) {
            case RESUME -> resume();
            case DISCARD -> discard();
            case RELOAD -> reload();
            case DECIDE -> askDecision();
            case DISMISS -> trouble.set(Optional.empty());
        }
    }

    /// Shows a run of the history on the results page.
    void show(String runId) {
        Workspace place = workspace.get();
        work.call(
                "Reading the run",
                () -> validation.outcome(place, runId),
                found -> found.ifPresentOrElse(
                        outcome -> {
                            shown.set(Optional.of(outcome));
                            choices.page().set(Page.RESULTS);
                        },
                        () -> trouble.set(Optional.of(Trouble.gone(runId)))),
                this::failed);
    }

    /// Copies the run's latest state; called at display rate while a run is on.
    void poll() {
        run.ifPresent(running -> snapshot.set(Optional.of(running.board().snapshot())));
    }

    /// Closes at once, or after a run that the researcher agrees to stop.
    void close(Runnable close) {
        if (activity.get() == Activity.IDLE) {
            close.run();
            return;
        }
        Question question = new Question(
                "Stop the run and close?",
                "Strategies that are not finished go back to what they were before it.",
                "Stop and close");
        dialogs.confirm(question, () -> {
            whenIdle = Optional.of(close);
            cancel();
            if (activity.get() == Activity.IDLE) {
                close.run();
            }
        });
    }

    private void begin(Supplier<Validation.Run> start) {
        if (activity.get() != Activity.IDLE) {
            return;
        }
        trouble.set(Optional.empty());
        activity.set(Activity.RUNNING);
        Validation.Run started = start.get();
        run = Optional.of(started);
        poll();
        work.call("The run", started::execute, this::finished, this::failed);
    }

    private void finished(RunOutcome outcome) {
        poll();
        shown.set(Optional.of(outcome));
        ended();
        if (outcome.awaitsDecision()) {
            ask(outcome);
        }
    }

    private void ask(RunOutcome outcome) {
        Optional<TierProtocol> protocol = view().map(WorkspaceView::protocols)
                .map(all -> all.get(outcome.plan().tier()));
        DecisionCase question = DecisionCase.of(
                outcome,
                protocol.orElseGet(() -> TierProtocol.defaults(outcome.plan().tier()))
                        .gates());
        dialogs.decide(question, option -> decide(question, option));
    }

    private void decide(DecisionCase question, EscalationOption option) {
        Workspace place = workspace.get();
        RunOutcome outcome = question.outcome();
        Map<String, Double> thresholds =
                option == EscalationOption.RELAX ? question.relaxation().moved() : Map.of();
        Decision decision = new Decision(option, Decision.By.GUI, clock.instant(), thresholds);
        work.call(
                "Writing the decision",
                () -> validation.decide(place, outcome.plan().runId(), decision),
                decided -> {
                    shown.set(Optional.of(decided));
                    if (option == EscalationOption.RETRY) {
                        retry(decided);
                    } else {
                        reload();
                    }
                },
                this::failed);
    }

    private void retry(RunOutcome outcome) {
        List<StrategyId> again = outcome.strategies().stream()
                .filter(result -> !result.passed())
                .map(StrategyResult::id)
                .toList();
        RunRequest request = new RunRequest(
                outcome.plan().tier(), OptionalInt.of(outcome.plan().workers()), OptionalInt.empty(), again);
        begin(() -> validation.start(workspace.get(), request));
    }

    private void failed(Banner banner) {
        trouble.set(Optional.of(banner));
        if (activity.get() != Activity.IDLE) {
            ended();
        }
    }

    private void ended() {
        activity.set(Activity.IDLE);
        Optional<Runnable> waiting = whenIdle;
        whenIdle = Optional.empty();
        waiting.ifPresentOrElse(Runnable::run, this::read);
    }

    private void read() {
        Workspace place = workspace.get();
        work.call("Reading the workspace", () -> Loaded.read(validation, place), this::arrived, this::failed);
    }

    private void arrived(Loaded read) {
        if (!read.view().workspace().equals(workspace.get())) {
            // Another workspace was opened while this one was being read.
            return;
        }
        if (activity.get() == Activity.IDLE) {
            run = Optional.empty();
        }
        loaded.set(Optional.of(read));
        if (shown.get().isEmpty()) {
            shown.set(read.view().lastRun());
        }
    }
}
