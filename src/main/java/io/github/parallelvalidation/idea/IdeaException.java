package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;

/// What was asked for cannot be done; the sentence says why. Nothing was written.
public final class IdeaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdeaException(String message) {
        super(message);
    }

    /// Why it says no strategy. It is not written yet, so no place in its file would help.
    static IdeaException noStrategy(ProblemException wrong) {
        IdeaException made = new IdeaException(wrong.problem().message());
        made.initCause(wrong);
        return made;
    }

    /// @param proposed one that would do
    public static IdeaException noId(String typed, StrategyId proposed) {
        return new IdeaException("an id is %s, such as %s, found %s"
                .formatted(StrategyId.FORM, proposed, Printable.quoted(typed.strip())));
    }
}
