package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.run.RunElsewhere;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The view model of the window. Its state changes on one thread, that of `display`; whatever reads files or waits runs
/// on `background`.
public final class DashboardModel {
    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final InstantSource clock;
    private final Choices choices = new Choices();
    private final OpenWorkspace workspace;
    private final PastRuns past;
    private final ShownRun shown;
    private final StrategyFiles files;
    private final TrustFlow trust;
    private final RunFlow flow;
    private final InterruptionFlow interruptions;
    private final SettingsFlow settings;
    private final QueueRows rows = new QueueRows();
    private final BackgroundCheck check;
    private final WorkModel toDo;
    private final IdeaDesk ideas;
    private final QueueOrder order;
    private final RemarkDesk remarks;
    /// As the settings said when they could last be read.
    private int mostWorkers = Settings.MOST_WORKERS;

    public DashboardModel(
            Validation validation, Workspace workspace, Dialogs dialogs, BackgroundWork work, InstantSource clock) {
        this.validation = validation;
        this.workspace = new OpenWorkspace(validation, workspace, work, this::arrived, this::look);
        this.dialogs = dialogs;
        this.work = work;
        this.clock = clock;
        this.files = new StrategyFiles(validation, dialogs, work, this.workspace);
        this.settings = new SettingsFlow(validation, dialogs, work, this.workspace);
        this.past = new PastRuns(validation, work, this.workspace);
        this.shown = new ShownRun(past, dialogs, work, this.workspace);
        this.trust = new TrustFlow(validation, dialogs, work, this.workspace);
        DecisionFlow decisions = new DecisionFlow(validation, dialogs, work, clock, trust);
        this.ideas = new IdeaDesk(validation, dialogs, work, this.workspace);
        this.flow = new RunFlow(validation, dialogs, work, this.workspace, shown, choices, decisions, trust, ideas);
        this.interruptions = new InterruptionFlow(validation, dialogs, work, this.workspace, flow::resume);
        this.toDo = new WorkModel(this.workspace, dialogs, choices, rows, flow, ideas);
        this.check = new BackgroundCheck(
                validation,
                work,
                () -> new BackgroundCheck.Subject(
                        this.workspace.get(), choices.tier().get()),
                () -> runs().isIdle() && loaded().get().isPresent(),
                rows::check);
        this.order = new QueueOrder(validation, dialogs, work, this.workspace, () -> runs().isIdle());
        this.remarks = new RemarkDesk(validation, work, this.workspace, rows);
        loaded().subscribe(_ -> readRows());
        choices.tier().subscribe(_ -> {
            readRows();
            look();
        });
        runs().snapshot().subscribe(_ -> rows.follow(runs().live()));
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

    /// Where strategies are moved in the queue.
    public QueueOrder order() {
        return order;
    }

    /// Where stars and notes are changed.
    public RemarkDesk remarks() {
        return remarks;
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
        return Banners.of(runs().isIdle() ? loaded().get() : Optional.empty(), error().get());
    }

    public Optional<WorkspaceView> view() {
        return workspace.view();
    }

    /// Whether the workspace was read, but its queue never could be: then no rows does not mean no strategies.
    public boolean isQueueUnknown() {
        return loaded().get().filter(read -> !read.knowsQueue()).isPresent();
    }

    /// The strategies of the queue as they are now.
    public QueueRows rows() {
        return rows;
    }

    private void readRows() {
        Tier tier = choices.tier().get();
        rows.follow(runs().live());
        rows.begin(loaded().get().map(LoadedWorkspace::remarks).orElse(Remarks.NONE));
        rows.load(loaded().get().map(read -> read.rows(tier)).orElse(List.of()), tier);
        toDo.count();
    }

    private void look() {
        check.look();
    }

    /// What Validate would run now, and where the work goes on.
    public WorkModel toDo() {
        return toDo;
    }

    /// The run that another process is at, while this window runs nothing.
    public Optional<RunElsewhere> elsewhere() {
        return runs().isIdle() ? loaded().get().flatMap(LoadedWorkspace::elsewhere) : Optional.empty();
    }

    public RunLine runLine() {
        return runs().live()
                .map(now ->
                        RunLine.running(now, clock.instant(), choices.workers().get()))
                .or(() -> elsewhere().map(RunLine::elsewhere))
                .or(() -> view().flatMap(WorkspaceView::lastRun).map(RunLine::finished))
                .orElseGet(() -> view().isEmpty() ? RunLine.reading() : RunLine.beforeAny(toDo.waiting()));
    }

    public boolean canValidate() {
        return isReady() && toDo.isAny();
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

    /// Opens what was dropped on the window.
    public void drop(List<Path> dropped) {
        if (!runs().isIdle()) {
            failed(Banner.of(Role.WARNING, Texts.of("banner.open.running")));
        } else if (dropped.size() == 1) {
            open(dropped.getFirst());
        } else {
            failed(Banner.of(Role.WARNING, Texts.of("banner.open.many", dropped.size())));
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
                    Texts.of("doing.workspace.make"),
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
        toDo.validate();
    }

    /// Validates these strategies, as far as the tier takes them.
    public void validate(List<StrategyId> strategies) {
        toDo.validate(strategies);
    }

    public void dryRun() {
        Workspace chosen = workspace.get();
        toDo.request()
                .ifPresent(request -> work.call(
                        Texts.of("doing.dry"),
                        () -> validation.dryRun(chosen, request),
                        dialogs::showPlan,
                        this::failed));
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
        if (rows.find(id).filter(RowFilter.of(choices.filter().get())::matches).isEmpty()) {
            choices.filter().set("");
        }
        choices.page().set(Page.QUEUE);
        choices.sought().set(Optional.of(id));
    }

    /// Shows a run of the history on the results page.
    public void show(String runId) {
        shown.find(runId, () -> choices.page().set(Page.RESULTS));
    }

    /// The runs that are still on disk.
    public PastRuns past() {
        return past;
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
                Texts.of("doing.command"),
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
                Texts.of("confirm.close"), Texts.of("confirm.close.sentence"), Texts.of("confirm.close.yes"));
        dialogs.confirm(question, () -> {
            runs().cancel();
            runs().whenIdle(close);
        });
    }

    private void failed(Banner banner) {
        workspace.failed(banner);
    }

    private static int maxWorkers(LoadedWorkspace read) {
        return read.view().settings().parallelism().maxWorkers();
    }

    private void arrived(LoadedWorkspace read) {
        runs().settle();
        if (loaded().get().isEmpty()) {
            choices.begin(read.view());
            interruptions.show(read.view());
        } else if (read.view().errors().isEmpty()) {
            choices.follow(mostWorkers, maxWorkers(read));
        }
        mostWorkers = read.view().errors().isEmpty() ? maxWorkers(read) : mostWorkers;
        shown.showIfNone(read.view().lastRun());
        interruptions.look(read.view());
        flow.look(read.view());
    }
}
