package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.NextStep;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The view model of the window. Its state changes on one thread, that of `display`; whatever reads files or waits runs
/// on `background`.
public final class DashboardModel {
    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final InstantSource clock;
    private final Choices choices = new Choices();
    private final OpenWorkspace workspace;
    private final ShownRun shown;
    private final StrategyFiles files;
    private final TrustFlow trust;
    private final RunFlow flow;
    private final InterruptionFlow interruptions;
    private final SettingsFlow settings;
    private final QueueRows rows = new QueueRows();
    private final BackgroundCheck check;
    private final ReadOnlyObjectWrapper<Work> toDo = new ReadOnlyObjectWrapper<>(Work.NONE);
    private final IdeaDesk ideas;

    public DashboardModel(
            Validation validation, Workspace workspace, Dialogs dialogs, BackgroundWork work, InstantSource clock) {
        this.validation = validation;
        this.workspace = new OpenWorkspace(validation, workspace, work, this::arrived, this::look);
        this.dialogs = dialogs;
        this.work = work;
        this.clock = clock;
        this.files = new StrategyFiles(validation, dialogs, work, this.workspace);
        this.settings = new SettingsFlow(validation, dialogs, work, this.workspace);
        this.shown = new ShownRun(validation, dialogs, work, this.workspace);
        this.trust = new TrustFlow(validation, dialogs, work, this.workspace);
        DecisionFlow decisions = new DecisionFlow(validation, dialogs, work, clock, trust);
        this.flow = new RunFlow(validation, dialogs, work, this.workspace, shown, choices, decisions, trust);
        this.interruptions = new InterruptionFlow(validation, dialogs, work, this.workspace, flow::resume);
        this.check = new BackgroundCheck(
                validation,
                work,
                () -> new BackgroundCheck.Subject(
                        this.workspace.get(), choices.tier().get()),
                () -> runs().isIdle() && loaded().get().isPresent(),
                rows::check);
        this.ideas = new IdeaDesk(validation, dialogs, work, this.workspace);
        loaded().subscribe(_ -> readRows());
        choices.tier().subscribe(_ -> {
            readRows();
            look();
        });
        runs().snapshot().subscribe(_ -> rows.follow(runs().live()));
        choices.atMost().subscribe(_ -> count());
        choices.filter().subscribe(_ -> count());
        choices.selected().subscribe(_ -> count());
        choices.page().subscribe(_ -> count());
    }

    public RunModel runs() {
        return flow.runs();
    }

    public Choices choices() {
        return choices;
    }

    public ReadOnlyObjectProperty<Workspace> workspace() {
        return workspace.workspace();
    }

    /// Where ideas are changed and made.
    public IdeaDesk ideas() {
        return ideas;
    }

    /// The workspace as it was last read.
    public ReadOnlyObjectProperty<Optional<LoadedWorkspace>> loaded() {
        return workspace.loaded();
    }

    /// The finished run that the results page shows.
    public ReadOnlyObjectProperty<Optional<RunOutcome>> shown() {
        return shown.outcome();
    }

    /// The tier whose table is on the page: of the run that is shown, or of the next one.
    public Tier tierShown() {
        Tier next = choices.tier().get();
        return choices.page().get() == Page.RESULTS
                ? shown().get().map(run -> run.plan().tier()).orElse(next)
                : next;
    }

    public ReadOnlyObjectProperty<Optional<Banner>> error() {
        return workspace.error();
    }

    public List<Banner> banners() {
        return Banners.of(runs().isIdle() ? view() : Optional.empty(), error().get());
    }

    public Optional<WorkspaceView> view() {
        return workspace.view();
    }

    /// The strategies of the queue as they are now.
    public QueueRows rows() {
        return rows;
    }

    private void readRows() {
        Tier tier = choices.tier().get();
        rows.follow(runs().live());
        rows.load(loaded().get().map(read -> read.rows(tier)).orElse(List.of()), tier);
        count();
    }

    private void look() {
        check.look();
    }

    private void count() {
        boolean onQueue = choices.page().get() == Page.QUEUE;
        toDo.set(loaded().get()
                .map(read -> Work.of(read, choices, rows, onQueue))
                .orElse(Work.NONE));
    }

    /// What Validate would run now.
    public ReadOnlyObjectProperty<Work> toDo() {
        return toDo.getReadOnlyProperty();
    }

    /// Where the work goes on beside the tier that is chosen.
    public Optional<NextStep> nextStep() {
        return loaded().get().flatMap(read -> read.nextStep(choices.tier().get()));
    }

    public RunLine runLine() {
        return runs().live()
                .map(now -> RunLine.running(now, clock.instant()))
                .or(() -> view().flatMap(WorkspaceView::lastRun).map(RunLine::finished))
                .orElseGet(() -> RunLine.beforeAny(waiting()));
    }

    /// How many strategies await the tier, but not more than are wanted.
    public int waiting() {
        int all = loaded().get()
                .map(read -> read.awaiting(choices.tier().get()).size())
                .orElse(0);
        return Math.min(all, choices.atMost().get().orElse(all));
    }

    /// Whether Validate has something to do, if only to say why it does nothing.
    public boolean canValidate() {
        Work now = toDo.get();
        return isReady() && (now.count() > 0 || now.refusal().isPresent());
    }

    /// Whether a run could start.
    public boolean isReady() {
        return runs().isIdle()
                && runs().live().isEmpty()
                && view().filter(seen -> seen.errors().isEmpty()
                                && seen.lockHolder().isEmpty()
                                && seen.interrupted().isEmpty())
                        .isPresent();
    }

    public Standing standing() {
        return Standing.of(runs().activity().get(), view());
    }

    public InstantSource clock() {
        return clock;
    }

    /// Reads the workspace again.
    public void reload() {
        workspace.readAnew();
    }

    /// Reads the workspace again because others may have changed it; an error that is shown stays.
    ///
    /// @param then called when it has been read
    void refresh(Runnable then) {
        if (runs().isIdle()) {
            workspace.read(then);
        }
    }

    public void open(Path folder) {
        if (runs().isIdle()) {
            Workspace.find(folder).ifPresentOrElse(this::open, () -> failed(ErrorBanner.noWorkspace(folder)));
        }
    }

    private void open(Workspace other) {
        ideas.leave(() -> {
            workspace.open(other);
            runs().forget();
            shown.forget();
            reload();
        });
    }

    public void chooseWorkspace() {
        dialogs.chooseWorkspace(this::open);
    }

    /// Makes a new workspace in a folder that the person chooses, and opens it.
    public void create(WorkspaceTemplate template) {
        if (runs().isIdle()) {
            dialogs.chooseNewWorkspace(folder -> work.call(
                    "Making the workspace",
                    () -> template.copyTo(Workspace.named(folder).root()),
                    made -> open(made.root()),
                    this::failed));
        }
    }

    /// The settings of the workspace, to be changed.
    public SettingsFlow settings() {
        return settings;
    }

    /// Validates what is selected, else what the filter shows, else all that awaits the tier.
    public void validate() {
        validate(toDo.get());
    }

    /// Validates all that awaits the tier, whatever is selected or filtered.
    public void validateAll() {
        flow.startAsked(choices.request(), waiting());
    }

    /// As [#validateAll], without asking: nobody may be there.
    void validateUnasked() {
        flow.start(choices.request());
    }

    /// Validates these strategies, whatever their status.
    public void validate(List<StrategyId> strategies) {
        loaded().get()
                .map(read -> Work.of(read.choose(strategies, choices.tier().get())))
                .ifPresent(this::validate);
    }

    private void validate(Work now) {
        if (now.count() > 0) {
            flow.startAsked(request(now), now.count());
        }
        now.refusal().ifPresent(sentence -> failed(Banner.of(Role.WARNING, sentence)));
    }

    private RunRequest request(Work now) {
        return now.isNarrowed() ? choices.request(now.strategies()) : choices.request();
    }

    /// Goes on where [#nextStep] says.
    public void goOn() {
        nextStep().ifPresent(step -> {
            choices.tier().set(step.tier());
            validateAll();
        });
    }

    public void dryRun() {
        Work now = toDo.get();
        if (now.isNarrowed() && now.count() == 0) {
            failed(Banner.of(Role.WARNING, now.refusal().orElse("Nothing of what is shown awaits the tier.")));
            return;
        }
        Workspace chosen = workspace.get();
        RunRequest request = request(now);
        work.call("The dry run", () -> validation.dryRun(chosen, request), dialogs::showPlan, this::failed);
    }

    /// Asks the newest open question.
    void askDecision() {
        view().flatMap(seen -> seen.openQuestions().stream().findFirst()).ifPresent(flow::ask);
    }

    public void perform(Banner.Action action) {
        switch (action) {
            case RESUME -> flow.resume();
            case DISCARD -> interruptions.discard();
            case RECOVER -> interruptions.recover();
            case RELOAD -> reload();
            case DECIDE -> askDecision();
            case TRUST -> trust.askAgain();
            case DISMISS -> workspace.dismiss();
        }
    }

    /// Selects a strategy in the queue and shows it; a filter that hides it goes.
    public void seek(StrategyId id) {
        String filter = choices.filter().get();
        if (rows.find(id).filter(row -> row.matches(filter)).isEmpty()) {
            choices.filter().set("");
        }
        choices.page().set(Page.QUEUE);
        choices.sought().set(Optional.of(id));
    }

    /// Shows a run of the history on the results page.
    public void show(String runId) {
        shown.find(runId, () -> choices.page().set(Page.RESULTS));
    }

    /// Reads a run of the history.
    ///
    /// @param found takes it where it is still on disk
    public void read(String runId, Consumer<RunOutcome> found) {
        shown.read(runId, found);
    }

    /// Writes the run that the results page shows to a file.
    public void export(Format format) {
        shown.export(format);
    }

    /// What the files of strategies say.
    public StrategyFiles files() {
        return files;
    }

    /// Builds the command that runs a worker at a strategy by hand.
    ///
    /// @param copy takes it
    public void commandByHand(StrategyId id, Tier tier, Consumer<String> copy) {
        Workspace chosen = workspace.get();
        work.call(
                "Building the command",
                () -> {
                    try {
                        String command = validation.commandByHand(chosen, id, tier);
                        return (Runnable) () -> copy.accept(command);
                    } catch (NotAcceptedException e) {
                        return () -> trust.ask(e, () -> commandByHand(id, tier, copy));
                    }
                },
                Runnable::run,
                this::failed);
    }

    /// Closes at once, or after the researcher agrees to stop a run, or to lose changes of ideas.
    public void close(Runnable close) {
        ideas.leave(() -> closeRun(close));
    }

    private void closeRun(Runnable close) {
        if (runs().isIdle()) {
            close.run();
            return;
        }
        Confirmation question = new Confirmation(
                "Stop the run and close?",
                "Strategies that are not finished go back to what they were before it.",
                "Stop and close");
        dialogs.confirm(question, () -> {
            runs().cancel();
            runs().whenIdle(close);
        });
    }

    private void failed(Banner banner) {
        workspace.failed(banner);
    }

    private void arrived(LoadedWorkspace read) {
        runs().settle();
        if (loaded().get().isEmpty()) {
            choices.begin(read.view());
            interruptions.show(read.view());
        }
        shown.showIfNone(read.view().lastRun());
        interruptions.look(read.view());
        flow.look(read.view());
    }
}
