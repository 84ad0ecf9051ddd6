package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.plan.NextStep;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What Validate would run now, and where the work goes on beside that.
public final class WorkModel {
    private final OpenWorkspace workspace;
    private final Dialogs dialogs;
    private final Choices choices;
    private final QueueRows rows;
    private final RunFlow flow;
    private final IdeaDesk ideas;
    private final ReadOnlyObjectWrapper<Work> now = new ReadOnlyObjectWrapper<>(Work.NONE);

    WorkModel(OpenWorkspace workspace, Dialogs dialogs, Choices choices, QueueRows rows, RunFlow flow, IdeaDesk ideas) {
        this.dialogs = dialogs;
        this.workspace = workspace;
        this.choices = choices;
        this.rows = rows;
        this.flow = flow;
        this.ideas = ideas;
        choices.atMost().subscribe(_ -> count());
        choices.filter().subscribe(_ -> count());
        choices.selected().subscribe(_ -> count());
        choices.page().subscribe(_ -> count());
    }

    /// The rows are others now, or a choice is.
    void count() {
        boolean onQueue = choices.page().get() == Page.QUEUE;
        now.set(workspace
                .loaded()
                .get()
                .map(read -> Work.of(read, choices, rows, onQueue))
                .orElse(Work.NONE));
    }

    public ReadOnlyObjectProperty<Work> now() {
        return now.getReadOnlyProperty();
    }

    /// Where the work goes on beside the tier that is chosen.
    public Optional<NextStep> nextStep() {
        return workspace
                .loaded()
                .get()
                .flatMap(read -> read.nextStep(choices.tier().get()));
    }

    /// How many strategies await the tier, but not more than are wanted.
    public int waiting() {
        int all = awaiting().size();
        return Math.min(all, choices.atMost().get().orElse(all));
    }

    private List<StrategyId> awaiting() {
        return workspace
                .loaded()
                .get()
                .map(read -> read.awaiting(choices.tier().get()))
                .orElse(List.of());
    }

    /// Whether there is something to do, if only to say why nothing is done.
    boolean isAny() {
        return now.get().count() > 0 || now.get().refusal().isPresent();
    }

    /// Validates what is selected, else what the filter shows, else all that awaits the tier.
    void validate() {
        Work work = now.get();
        List<StrategyId> taken = work.isNarrowed() ? work.strategies() : awaiting();
        // What is saved may await another tier now.
        ideas.settle(taken::contains, () -> validate(now.get()));
    }

    /// Validates these strategies, as far as the tier takes them.
    void validate(List<StrategyId> strategies) {
        ideas.settle(
                strategies::contains,
                () -> workspace
                        .loaded()
                        .get()
                        .map(read ->
                                Work.of(read.choose(strategies, choices.tier().get())))
                        .ifPresent(this::validate));
    }

    private void validate(Work work) {
        work.doubtful()
                .ifPresentOrElse(
                        chosen -> dialogs.insist(chosen, () -> start(chosen.insisted()), () -> start(chosen.taken())),
                        () -> {
                            if (work.count() > 0) {
                                flow.startAsked(request(work), work.count());
                            }
                        });
        work.refusal().ifPresent(sentence -> workspace.failed(Banner.of(Role.WARNING, sentence)));
    }

    private void start(List<StrategyId> strategies) {
        flow.startAsked(choices.request(strategies), strategies.size());
    }

    /// Validates all that awaits the tier, whatever is selected or filtered.
    public void validateAll() {
        ideas.settle(awaiting()::contains, () -> flow.startAsked(choices.request(), waiting()));
    }

    /// Whether something that was typed into a strategy that awaits the tier is not saved.
    boolean isUnsaved() {
        return awaiting().stream().anyMatch(id -> ideas.draft(id).isPresent());
    }

    /// As [#validateAll], without asking: nobody may be there.
    void validateUnasked() {
        flow.start(choices.request());
    }

    /// Goes on where [#nextStep] says.
    public void goOn() {
        nextStep().ifPresent(step -> {
            choices.tier().set(step.tier());
            validateAll();
        });
    }

    /// What Validate would ask for; empty, with a banner, where that is nothing.
    Optional<RunRequest> request() {
        Work work = now.get();
        if (work.isNarrowed() && work.count() == 0) {
            workspace.failed(Banner.of(Role.WARNING, work.refusal().orElse(Texts.of("work.nothing"))));
            return Optional.empty();
        }
        return Optional.of(request(work));
    }

    private RunRequest request(Work work) {
        return work.isNarrowed() ? choices.request(work.strategies()) : choices.request();
    }
}
