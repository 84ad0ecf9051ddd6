package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.idea.IdeaException;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The form of a variation of a strategy.
public final class DuplicateForm {
    private final Ideas ideas;
    private final BackgroundWork work;
    private final StrategyId from;
    private final StrategyId proposed;
    private final String proposedName;
    private final BiConsumer<StrategyId, String> made;

    DuplicateForm(
            Ideas ideas,
            BackgroundWork work,
            StrategyId from,
            StrategyId proposed,
            String proposedName,
            BiConsumer<StrategyId, String> made) {
        this.ideas = ideas;
        this.work = work;
        this.from = from;
        this.proposed = proposed;
        this.proposedName = proposedName;
        this.made = made;
    }

    public StrategyId from() {
        return from;
    }

    /// An id that nothing has.
    public StrategyId proposed() {
        return proposed;
    }

    public String proposedName() {
        return proposedName;
    }

    /// Makes it.
    ///
    /// @param done called when it is there
    /// @param refused takes why it is not
    public void create(String id, String name, Runnable done, Consumer<String> refused) {
        work.call(
                Texts.of("doing.variation"),
                () -> {
                    StrategyId to = StrategyId.parse(id.strip()).orElseThrow(() -> IdeaException.noId(id, proposed));
                    ideas.duplicate(from, to, name);
                    return to;
                },
                to -> {
                    done.run();
                    made.accept(to, name.strip());
                },
                banner -> refused.accept(banner.text()));
    }
}
