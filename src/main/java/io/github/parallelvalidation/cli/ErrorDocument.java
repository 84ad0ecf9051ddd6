package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.LackText;
import io.github.parallelvalidation.idea.IdeaException;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.run.RunStoppedException;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/// Converts what went wrong to plain maps, for `--json`: whoever reads standard output alone learns it too.
final class ErrorDocument {
    private ErrorDocument() {}

    /// What kind of failure it is, in a sentence, and where.
    private record Answer(String kind, String message, Optional<Problem> problem) {
        static Answer of(String kind, Throwable failure) {
            return new Answer(kind, String.valueOf(failure.getMessage()), Optional.empty());
        }
    }

    /// @param exitStatus of the command
    static Map<String, Object> of(Throwable failure, int exitStatus) {
        Answer answer = answer(failure);
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("kind", answer.kind());
        error.put("message", answer.message());
        error.put(
                "file",
                answer.problem().map(problem -> problem.file().toString()).orElse(null));
        error.put(
                "line",
                answer.problem().map(Problem::line).filter(line -> line > 0).orElse(null));
        error.put(
                "column",
                answer.problem()
                        .map(Problem::column)
                        .filter(column -> column > 0)
                        .orElse(null));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("error", error);
        map.put("exit_status", exitStatus);
        return map;
    }

    private static Answer answer(Throwable failure) {
        return switch (failure) {
            case LockedException locked -> Answer.of("locked", locked);
            case ProblemException found ->
                new Answer("file", String.valueOf(found.getMessage()), Optional.of(found.problem()));
            case IdeaException wrong -> Answer.of("usage", wrong);
            case RequestException wrong -> Answer.of("usage", wrong);
            case ParameterException wrong -> new Answer("usage", new UsageMistake(wrong).sentence(), Optional.empty());
            case RunStoppedException stopped -> {
                Answer reason = answer(stopped.reason());
                yield new Answer("stopped", stopped.getMessage() + " " + reason.message(), reason.problem());
            }
            // A job of a run that failed so is handed on within an exception.
            case RuntimeException within when within.getCause() instanceof Error error -> answer(error);
            case Throwable lack
            when LackText.of(lack).isPresent() ->
                new Answer("shortage", LackText.of(lack).orElseThrow(), Optional.empty());
            default -> new Answer("internal", "This is a mistake in the program itself: " + failure, Optional.empty());
        };
    }
}
