package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.workspace.Problem;
import java.util.Optional;

/// What a worker gave beside its results, or why it cannot be shown.
public sealed interface Given<T> {
    /// It is there, and of the result that is shown.
    record Found<T>(T found) implements Given<T> {}

    /// Nothing was given, or what is there belongs to another result.
    ///
    /// @param why a sentence without its full stop
    record Missing<T>(String why) implements Given<T> {}

    /// What was given cannot be read.
    ///
    /// @param problem with file, line, column and value
    record Broken<T>(Problem problem) implements Given<T> {}

    default Optional<T> value() {
        return switch (this) {
            case Found<T>(T found) -> Optional.of(found);
            case Missing<T> _, Broken<T> _ -> Optional.empty();
        };
    }

    /// Why there is nothing to be shown, without a full stop; empty where there is something. Of a file only its
    /// name: whoever asks knows the strategy.
    default String why() {
        return switch (this) {
            case Found<T> _ -> "";
            case Missing<T>(String why) -> why;
            case Broken<T>(Problem problem) ->
                "%s:%d:%d: %s"
                        .formatted(problem.file().getFileName(), problem.line(), problem.column(), problem.message());
        };
    }
}
