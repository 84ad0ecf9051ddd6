package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.idea.IdeaException;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.workspace.StrategyId;

/// Reads the id of a strategy that is not there yet.
final class NewId {
    /// Whichever is free.
    static final String NEXT = "next";

    private NewId() {}

    /// @throws IdeaException when the word is no id
    static StrategyId of(String word, Ideas ideas) {
        return word.equals(NEXT)
                ? ideas.nextId()
                : StrategyId.parse(word).orElseThrow(() -> IdeaException.noId(word, ideas.nextId()));
    }
}
