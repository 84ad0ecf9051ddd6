package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.idea.Completions;
import io.github.parallelvalidation.idea.Idea;
import io.github.parallelvalidation.idea.IdeaField;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The idea that one place of the window shows. What is typed is looked at in the background, one look at a time: while
/// one is on, only the newest text waits.
public final class IdeaModel {
    private final IdeaDesk desk;
    private final BackgroundWork work;
    private final ReadOnlyObjectWrapper<Optional<IdeaState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean looking;
    private boolean lookAgain;

    IdeaModel(IdeaDesk desk, BackgroundWork work) {
        this.desk = desk;
        this.work = work;
    }

    /// Empty where no strategy is looked at.
    public ReadOnlyObjectProperty<Optional<IdeaState>> state() {
        return state.getReadOnlyProperty();
    }

    /// Shows a strategy, as its file says or as it was typed and not saved.
    public void show(StrategyId id) {
        boolean isOther = state.get().filter(now -> now.id().equals(id)).isEmpty();
        if (isOther) {
            leave();
        } else if (state.get().filter(IdeaState::isDirty).isPresent()) {
            return;
        }
        Optional<IdeaState> draft = desk.draft(id);
        if (draft.isPresent()) {
            begin(draft.get());
        } else {
            if (isOther) {
                state.set(Optional.of(IdeaState.unread(id)));
            }
            read(id);
        }
    }

    /// No strategy is looked at any more.
    public void leave() {
        Optional<IdeaState> left = state.get();
        state.set(Optional.empty());
        left.ifPresent(desk::leave);
    }

    private void read(StrategyId id) {
        Ideas ideas = desk.ideas();
        work.call(
                Texts.of("doing.idea.read"),
                () -> ideas.read(id),
                idea -> change(id, now -> {
                    if (!now.isDirty()) {
                        begin(IdeaState.of(idea, Map.of()));
                    }
                }),
                banner -> change(id, now -> state.set(Optional.of(now.failed(banner.text())))));
    }

    /// Only while that strategy is still looked at.
    private void change(StrategyId id, Consumer<IdeaState> change) {
        state.get().filter(now -> now.id().equals(id)).ifPresent(change);
    }

    private void begin(IdeaState begun) {
        state.set(Optional.of(begun));
        look();
    }

    /// Takes what was typed into a field.
    public void type(String field, String text) {
        state.get().filter(now -> now.idea().isPresent()).ifPresent(now -> {
            IdeaState typed = now.typed(field, text);
            desk.keep(typed);
            begin(typed);
        });
    }

    /// What stands in the file again.
    public void revert() {
        state.get().ifPresent(now -> {
            desk.drop(now.id());
            state.set(Optional.of(IdeaState.unread(now.id())));
            read(now.id());
        });
    }

    /// The same, where this strategy is looked at.
    void revert(StrategyId id) {
        change(id, _ -> revert());
    }

    /// Writes what was typed, where it is sound.
    public void save() {
        state.get()
                .filter(IdeaState::canSave)
                .ifPresent(now -> desk.save(
                        now,
                        saved -> change(now.id(), _ -> begin(IdeaState.of(saved, Map.of()))),
                        banner -> change(now.id(), still -> state.set(Optional.of(still.failed(banner.text()))))));
    }

    private void look() {
        Optional<IdeaState> now = state.get();
        Optional<Idea> idea = now.flatMap(IdeaState::idea);
        if (looking || idea.isEmpty()) {
            lookAgain = looking;
            return;
        }
        looking = true;
        IdeaState asked = now.orElseThrow();
        Ideas ideas = desk.ideas();
        work.call(
                Texts.of("doing.idea.look"),
                () -> ideas.look(idea.get(), asked.edits()),
                found -> looked(asked, still -> still.seen(found)),
                banner -> looked(asked, still -> still.failed(banner.text())));
    }

    /// What was typed meanwhile makes an answer worthless.
    private void looked(IdeaState asked, UnaryOperator<IdeaState> answer) {
        looking = false;
        state.get()
                .filter(now -> now.idea().equals(asked.idea()) && now.edits().equals(asked.edits()))
                .ifPresent(now -> state.set(Optional.of(answer.apply(now))));
        if (lookAgain) {
            lookAgain = false;
            look();
        }
    }

    /// The names that could stand at the caret.
    ///
    /// @param asked whether a person asked for them
    public Completions complete(IdeaField field, String text, int caret, boolean asked) {
        try {
            return state.get()
                    .flatMap(IdeaState::idea)
                    .map(idea -> desk.ideas().complete(idea, field, text, caret, asked))
                    .orElse(new Completions(caret, caret, List.of()));
        } catch (ProblemException broken) {
            // The look says what is wrong with the file.
            return new Completions(caret, caret, List.of());
        }
    }
}
