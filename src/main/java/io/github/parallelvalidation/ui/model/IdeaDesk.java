package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.idea.Idea;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.idea.Series;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Where ideas are changed and made: what was typed and not saved is kept here for as long as the window is open,
/// whichever strategy is looked at.
public final class IdeaDesk {
    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;
    private final Map<StrategyId, IdeaState> drafts = new LinkedHashMap<>();
    private final List<IdeaModel> places = new ArrayList<>();
    private Optional<Opened> opened = Optional.empty();

    private record Opened(Workspace workspace, Ideas ideas) {}

    IdeaDesk(Validation validation, Dialogs dialogs, BackgroundWork work, OpenWorkspace workspace) {
        this.validation = validation;
        this.dialogs = dialogs;
        this.work = work;
        this.workspace = workspace;
    }

    /// For one place in which an idea is seen.
    public IdeaModel open() {
        IdeaModel place = new IdeaModel(this, work);
        places.add(place);
        return place;
    }

    /// Those of the workspace that is open.
    Ideas ideas() {
        Workspace now = workspace.get();
        return opened.filter(known -> known.workspace().equals(now))
                .orElseGet(() -> {
                    Opened made = new Opened(now, validation.ideas(now));
                    opened = Optional.of(made);
                    return made;
                })
                .ideas();
    }

    /// What was typed into a strategy and not saved.
    Optional<IdeaState> draft(StrategyId id) {
        return Optional.ofNullable(drafts.get(id));
    }

    void keep(IdeaState state) {
        if (state.isDirty()) {
            drafts.put(state.id(), state);
        } else {
            drafts.remove(state.id());
        }
    }

    void drop(StrategyId id) {
        drafts.remove(id);
    }

    /// Writes what was typed and reads the workspace again.
    ///
    /// @param saved takes the idea as it is then
    /// @param failed takes why it was not written
    void save(IdeaState state, Consumer<Idea> saved, Consumer<Banner> failed) {
        save(state, saved, () -> {}, failed);
    }

    private void save(IdeaState state, Consumer<Idea> saved, Runnable then, Consumer<Banner> failed) {
        Ideas ideas = ideas();
        state.idea()
                .ifPresent(idea -> work.call(
                        Texts.of("doing.idea.save", state.id()),
                        () -> ideas.save(idea, state.edits()),
                        now -> {
                            drop(state.id());
                            saved.accept(now);
                            workspace.dismiss();
                            workspace.read(then);
                        },
                        failed));
    }

    /// Asks what is to become of what was typed into a strategy that is no longer looked at.
    void leave(IdeaState state) {
        if (state.isDirty()) {
            dialogs.unsaved(state.id(), () -> save(state, _ -> {}, workspace::failed), () -> drop(state.id()));
        }
    }

    /// Goes on with a run once nothing that was typed into a strategy of it is unsaved: at once, or after a person has
    /// had it saved or thrown away. A run judges what the files say, not what is seen.
    ///
    /// @param isTaken whether the run takes a strategy
    /// @param run after the workspace was read again, where something was saved
    void settle(Predicate<StrategyId> isTaken, Runnable run) {
        Optional<IdeaState> unsaved = drafts.values().stream()
                .filter(draft -> isTaken.test(draft.id()))
                .findFirst();
        if (unsaved.isEmpty()) {
            run.run();
            return;
        }
        IdeaState draft = unsaved.get();
        Runnable next = () -> settle(isTaken, run);
        dialogs.unsavedBeforeRun(
                draft.id(), () -> save(draft, _ -> readAnew(draft.id()), next, workspace::failed), () -> {
                    readAnew(draft.id());
                    next.run();
                });
    }

    /// Whoever shows the strategy shows what its file says.
    private void readAnew(StrategyId id) {
        drop(id);
        places.forEach(place -> place.revert(id));
    }

    /// Goes on at once, or after a person agrees to lose what was typed and not saved.
    void leave(Runnable then) {
        if (drafts.isEmpty()) {
            then.run();
            return;
        }
        String ids = drafts.keySet().stream().map(StrategyId::value).collect(Collectors.joining(", "));
        dialogs.confirm(
                new Confirmation(
                        Texts.of("confirm.unsaved"),
                        Texts.of("confirm.unsaved.sentence", ids),
                        Texts.of("confirm.unsaved.yes")),
                () -> {
                    drafts.clear();
                    then.run();
                });
    }

    /// Shows the form of a new strategy.
    public void newStrategy() {
        Ideas ideas = ideas();
        work.call(
                Texts.of("doing.strategy.prepare"),
                () -> new Proposal(ideas.nextId(), ideas.series()),
                proposal -> dialogs.newStrategy(
                        new NewStrategyForm(ideas, work, proposal.id(), proposal.series(), this::made)),
                workspace::failed);
    }

    private record Proposal(StrategyId id, List<Series> series) {}

    /// Shows the form of a variation.
    public void duplicate(StrategyId from) {
        Ideas ideas = ideas();
        work.call(
                Texts.of("doing.variation.prepare"),
                () -> new DuplicateForm(ideas, work, from, ideas.nextId(), ideas.nameOfVariation(from), this::made),
                dialogs::duplicate,
                workspace::failed);
    }

    private void made(StrategyId id, String name) {
        workspace.readAnew();
        workspace.failed(ErrorBanner.made(id, name));
    }
}
