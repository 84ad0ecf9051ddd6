package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.run.NextTier;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the window shows and what can be done in it. Its state changes on one thread, that of `display`; whatever reads
/// files or waits runs on `background`.
public final class DashboardModel {
    private final Validation validation;
    private final Dialogs dialogs;
    private final Work work;
    private final InstantSource clock;
    private final Choices choices = new Choices();

    private final RunModel runs;
    private final DecisionFlow decisions;

    /// The run at work was decided on: those of an earlier one, once more.
    private boolean retrying;

    private final ReadOnlyObjectWrapper<Optional<Loaded>> loaded = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunOutcome>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Banner>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Workspace> workspace;

    public DashboardModel(Validation validation, Workspace workspace, Dialogs dialogs, Work work, InstantSource clock) {
        this.validation = validation;
        this.workspace = new ReadOnlyObjectWrapper<>(workspace);
        this.dialogs = dialogs;
        this.work = work;
        this.clock = clock;
        this.decisions = new DecisionFlow(validation, dialogs, work, clock);
        this.runs = new RunModel(work, this::finished, this::runFailed);
    }

    public RunModel runs() {
        return runs;
    }

    public Choices choices() {
        return choices;
    }

    public ReadOnlyObjectProperty<Workspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    /// The workspace as it was last read.
    public ReadOnlyObjectProperty<Optional<Loaded>> loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// The finished run that the results page shows.
    public ReadOnlyObjectProperty<Optional<RunOutcome>> shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Banner>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    public List<Banner> banners() {
        return Banners.of(runs.isIdle() ? view() : Optional.empty(), trouble.get());
    }

    public Optional<WorkspaceView> view() {
        return loaded.get().map(Loaded::view);
    }

    public List<StrategyRow> rows() {
        Loaded read = loaded.get().orElse(null);
        if (read == null) {
            return List.of();
        }
        return QueueRows.of(
                read.view().queue().entries(), read.known(), choices.tier().get(), runs.live());
    }

    public RunLine runLine() {
        return runs.live()
                .map(now -> RunLine.running(now, clock.instant()))
                .or(() -> view().flatMap(WorkspaceView::lastRun).map(RunLine::finished))
                .orElseGet(() -> RunLine.beforeAny(waiting()));
    }

    /// How many strategies the next run would take.
    public int waiting() {
        int all = view().map(seen -> seen.queue().awaiting(choices.tier().get()).size())
                .orElse(0);
        return Math.min(all, choices.atMost().get().orElse(all));
    }

    public boolean canValidate() {
        return waiting() > 0 && isReady();
    }

    /// Whether a run could start.
    public boolean isReady() {
        return runs.isIdle()
                && runs.live().isEmpty()
                && view().filter(seen -> seen.errors().isEmpty()
                                && seen.lockHolder().isEmpty()
                                && seen.interrupted().isEmpty())
                        .isPresent();
    }

    public InstantSource clock() {
        return clock;
    }

    /// Reads the workspace again.
    public void reload() {
        trouble.set(Optional.empty());
        read();
    }

    /// Reads the workspace again because others may have changed it; what went wrong here stays to be seen.
    ///
    /// @param then called when it has been read
    void refresh(Runnable then) {
        if (runs.isIdle()) {
            read(then);
        }
    }

    public void open(Path folder) {
        if (runs.isIdle()) {
            Workspace.find(folder).ifPresentOrElse(this::open, () -> failed(ErrorBanner.noWorkspace(folder)));
        }
    }

    private void open(Workspace other) {
        workspace.set(other);
        runs.forget();
        shown.set(Optional.empty());
        loaded.set(Optional.empty());
        reload();
    }

    public void chooseWorkspace() {
        dialogs.chooseWorkspace(this::open);
    }

    public void validate() {
        begin(() -> validation.start(workspace.get(), choices.request()));
    }

    /// These strategies, whatever their status.
    public void validate(List<StrategyId> strategies) {
        begin(() -> validation.start(workspace.get(), choices.request(strategies)));
    }

    void resume() {
        begin(() -> validation.resume(workspace.get()));
    }

    public void dryRun() {
        Workspace place = workspace.get();
        RunRequest request = choices.request();
        work.call("The dry run", () -> validation.dryRun(place, request), dialogs::showPlan, this::failed);
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

    /// Puts the newest open question.
    void askDecision() {
        view().flatMap(seen -> seen.openQuestions().stream().findFirst()).ifPresent(this::ask);
    }

    public void perform(Banner.Action action) {
        switch (action) {
            case RESUME -> resume();
            case DISCARD -> discard();
            case RELOAD -> reload();
            case DECIDE -> askDecision();
            case DISMISS -> trouble.set(Optional.empty());
        }
    }

    /// Shows a run of the history on the results page.
    public void show(String runId) {
        Workspace place = workspace.get();
        work.call(
                "Reading the run",
                () -> validation.outcome(place, runId),
                found -> found.ifPresentOrElse(
                        outcome -> {
                            shown.set(Optional.of(outcome));
                            choices.page().set(Page.RESULTS);
                        },
                        () -> failed(ErrorBanner.gone(runId))),
                this::failed);
    }

    /// Writes the run that the results page shows to a file.
    public void export(Format format) {
        shown.get().ifPresent(outcome -> {
            Workspace place = workspace.get();
            List<RunMetrics> history = view().map(WorkspaceView::history).orElse(List.of());
            dialogs.chooseFile(
                    format,
                    format.fileName(outcome.plan().runId()),
                    file -> work.call(
                            "Writing the " + format.title(),
                            () -> {
                                format.write(file, place, List.of(outcome), history);
                                return file;
                            },
                            written -> failed(ErrorBanner.written(format.title(), written)),
                            this::failed));
        });
    }

    /// Closes at once, or after a run that the researcher agrees to stop.
    public void close(Runnable close) {
        if (runs.isIdle()) {
            close.run();
            return;
        }
        Question question = new Question(
                "Stop the run and close?",
                "Strategies that are not finished go back to what they were before it.",
                "Stop and close");
        dialogs.confirm(question, () -> {
            runs.cancel();
            runs.whenIdle(close);
        });
    }

    private void begin(Supplier<Validation.Run> start) {
        if (runs.isIdle()) {
            trouble.set(Optional.empty());
            runs.begin(start);
        }
    }

    private void finished(RunOutcome outcome) {
        shown.set(Optional.of(outcome));
        read();
        boolean isRetry = retrying;
        retrying = false;
        if (outcome.awaitsDecision()) {
            if (!byPolicy(outcome, isRetry)) {
                ask(outcome);
            }
        } else if (view().filter(seen -> seen.settings().autoEscalateToL1()).isPresent()) {
            NextTier.afterAllPassed(List.of(outcome)).ifPresent(next -> {
                choices.tier().set(next.tier());
                begin(() -> validation.start(workspace.get(), next));
            });
        }
    }

    private void runFailed(Banner banner) {
        failed(banner);
        read();
    }

    /// A retry is not retried by policy: what still fails then is for a person.
    private boolean byPolicy(RunOutcome outcome, boolean isRetry) {
        Settings settings = view().map(WorkspaceView::settings).orElse(Settings.DEFAULT);
        boolean again = settings.failures().onEscalation().equals(EscalationOption.RETRY.code());
        return !(isRetry && again)
                && decisions.byPolicy(workspace.get(), outcome, settings, this::decided, this::failed);
    }

    private void ask(RunOutcome outcome) {
        decisions.ask(workspace.get(), outcome, view(), this::decided, this::failed);
    }

    private void decided(RunOutcome outcome) {
        shown.set(Optional.of(outcome));
        if (DecisionFlow.option(outcome) == EscalationOption.MEETING) {
            dialogs.showMeeting(workspace.get().meetingRequest(outcome.plan().runId()));
        }
        outcome.retry().ifPresentOrElse(this::retry, this::reload);
    }

    private void retry(RunRequest again) {
        retrying = true;
        begin(() -> validation.start(workspace.get(), again));
    }

    private void failed(Banner banner) {
        trouble.set(Optional.of(banner));
    }

    private void read() {
        read(() -> {});
    }

    private void read(Runnable then) {
        Workspace place = workspace.get();
        work.call(
                "Reading the workspace",
                () -> Loaded.read(validation, place),
                read -> {
                    arrived(read);
                    then.run();
                },
                this::failed);
    }

    private void arrived(Loaded read) {
        if (!read.view().workspace().equals(workspace.get())) {
            // Another workspace was opened while this one was being read.
            return;
        }
        runs.settle();
        boolean first = loaded.get().isEmpty();
        loaded.set(Optional.of(read));
        if (first) {
            choices.tier().set(firstTier(read.view()));
            read.view()
                    .interrupted()
                    .filter(_ -> read.view().errors().isEmpty())
                    .ifPresent(run -> dialogs.interrupted(run, this::resume, this::discard));
        }
        if (shown.get().isEmpty()) {
            shown.set(read.view().lastRun());
        }
    }

    /// That of the last run, whose figures are what there is to see; before any run the first with work.
    private static Tier firstTier(WorkspaceView view) {
        return view.lastRun()
                .map(outcome -> outcome.plan().tier())
                .or(() -> Arrays.stream(Tier.values())
                        .filter(tier -> !view.queue().awaiting(tier).isEmpty())
                        .findFirst())
                .orElse(Tier.L0);
    }
}
