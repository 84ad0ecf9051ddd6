package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.DecisionText;
import io.github.parallelvalidation.display.LackText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.idea.IdeaException;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.run.RunStoppedException;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Turns exceptions into banners.
final class ErrorBanner {
    private ErrorBanner() {}

    /// @param what what was being done: "The run"
    static Banner of(String what, Throwable failure) {
        return switch (failure) {
            case ProblemException e -> problem(what + " stopped: ", e.problem());
            case LockedException e ->
                new Banner(
                        Role.WARNING,
                        e.getMessage() + " Wait for it, then read again.",
                        "",
                        List.of(Banner.Action.RELOAD));
            case IdeaException e ->
                new Banner(
                        Role.WARNING, what + " stopped: " + e.getMessage() + ".", "", List.of(Banner.Action.DISMISS));
            case RequestException e ->
                new Banner(Role.WARNING, e.getMessage() + ".", "", List.of(Banner.Action.DISMISS));
            case RunStoppedException e -> {
                Banner reason = of(what, e.reason());
                yield new Banner(Role.DANGER, e.getMessage() + " " + reason.text(), reason.details(), reason.actions());
            }
            // A job of a run that failed so is handed on within an exception.
            case RuntimeException within when within.getCause() instanceof Error error -> of(what, error);
            case Throwable lack
            when LackText.of(lack).isPresent() ->
                new Banner(
                        Role.DANGER,
                        what + " stopped. " + LackText.of(lack).orElseThrow(),
                        "",
                        List.of(Banner.Action.RELOAD, Banner.Action.DISMISS));
            default ->
                new Banner(
                        Role.DANGER,
                        what + " stopped for a reason that this program did not foresee. Nothing is lost: read the"
                                + " workspace again, and where a run was cut off, resume it.",
                        trace(failure),
                        List.of(Banner.Action.RELOAD, Banner.Action.DISMISS));
        };
    }

    /// @param knowsQueue whether the queue could be read, now or before
    static Banner broken(WorkspaceView view, boolean knowsQueue) {
        List<Problem> errors = view.errors();
        Problem first = errors.getFirst();
        String more = errors.size() == 1 ? "" : " (and %d more)".formatted(errors.size() - 1);
        Banner banner = problem("Nothing can be run: ", first);
        String all = String.join("\n", errors.stream().map(Problem::toString).toList());
        String rows = view.isQueueReadable()
                ? ""
                : knowsQueue
                        ? " The table shows the queue as it was before."
                        : " Until then the table has nothing to show.";
        return new Banner(banner.role(), banner.text() + more + rows, all, List.of(Banner.Action.RELOAD));
    }

    static Banner noWorkspace(Path folder) {
        return new Banner(
                Role.WARNING,
                "Neither " + folder + " nor a folder above it holds .crypto. Choose one that does, or make one with"
                        + " `parallel-validation init`.",
                "",
                List.of(Banner.Action.DISMISS));
    }

    static Banner notAccepted(TrustQuestion question) {
        String programs = question.programs().stream()
                .map(program -> program.what() + ": " + program.command())
                .collect(Collectors.joining("\n"));
        return new Banner(
                Role.WARNING,
                "Nothing was started: this workspace names %s that you have not accepted.".formatted(question.count()),
                programs,
                List.of(Banner.Action.TRUST, Banner.Action.DISMISS));
    }

    /// None at all.
    static Banner written(String what, Path file) {
        return new Banner(Role.SUCCESS, "The " + what + " is in " + file + ".", "", List.of(Banner.Action.DISMISS));
    }

    /// None at all.
    static Banner made(StrategyId id, String name) {
        return new Banner(
                Role.SUCCESS,
                "%s %s stands at the end of the queue and waits for L0; say in its hypothesis.md why it should work."
                        .formatted(id, name),
                "",
                List.of(Banner.Action.DISMISS));
    }

    /// @param made elsewhere, while this window asked
    static Banner answered(RunOutcome run, Decision made) {
        return new Banner(
                Role.PLAIN,
                "The question about run %s was answered meanwhile. %s"
                        .formatted(run.plan().runId(), DecisionText.of(made)),
                "",
                List.of(Banner.Action.DISMISS));
    }

    static Banner gone(String runId) {
        return new Banner(
                Role.WARNING,
                "The file of the run " + runId + " is not there any more; the history has kept only its counts.",
                "",
                List.of(Banner.Action.DISMISS));
    }

    private static Banner problem(String prefix, Problem problem) {
        String file = String.valueOf(problem.file().getFileName());
        String location = problem.line() == 0 ? file : file + ":" + problem.line() + ":" + problem.column();
        return new Banner(
                Role.DANGER,
                prefix + location + ": " + problem.message() + ". Correct the file and read it again.",
                problem.toString(),
                List.of(Banner.Action.RELOAD, Banner.Action.DISMISS));
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
