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
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/// Turns exceptions into banners.
final class ErrorBanner {
    private ErrorBanner() {}

    /// @param what what was being done: "The run"
    static Banner of(String what, Throwable failure) {
        return switch (failure) {
            case ProblemException e ->
                problem(e.problem(), (place, message) -> Texts.of("banner.problem", what, place, message));
            case LockedException e ->
                new Banner(
                        Role.WARNING,
                        Texts.of("banner.lock.refused", e.getMessage()),
                        "",
                        List.of(Banner.Action.RELOAD));
            case IdeaException e ->
                new Banner(
                        Role.WARNING,
                        Texts.of("banner.stopped", what, e.getMessage()),
                        "",
                        List.of(Banner.Action.DISMISS));
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
                        Texts.of("banner.stopped.lack", what, LackText.of(lack).orElseThrow()),
                        "",
                        List.of(Banner.Action.RELOAD, Banner.Action.DISMISS));
            default ->
                new Banner(
                        Role.DANGER,
                        Texts.of("banner.stopped.unforeseen", what),
                        trace(failure),
                        List.of(Banner.Action.RELOAD, Banner.Action.DISMISS));
        };
    }

    /// @param knowsQueue whether the queue could be read, now or before
    static Banner broken(WorkspaceView view, boolean knowsQueue) {
        List<Problem> errors = view.errors();
        Problem first = errors.getFirst();
        String more = errors.size() == 1 ? "" : " " + Texts.of("banner.problem.more", errors.size() - 1);
        Banner banner = problem(first, (place, message) -> Texts.of("banner.problem.stops", place, message));
        String all = String.join("\n", errors.stream().map(Problem::toString).toList());
        String rows = view.isQueueReadable()
                ? ""
                : " " + (knowsQueue ? Texts.of("banner.problem.table") : Texts.of("banner.problem.table.none"));
        return new Banner(banner.role(), banner.text() + more + rows, all, List.of(Banner.Action.RELOAD));
    }

    static Banner noWorkspace(Path folder) {
        return new Banner(Role.WARNING, Texts.of("banner.workspace.none", folder), "", List.of(Banner.Action.DISMISS));
    }

    static Banner notAccepted(TrustQuestion question) {
        String programs = question.programs().stream()
                .map(program -> program.what() + ": " + program.command())
                .collect(Collectors.joining("\n"));
        return new Banner(
                Role.WARNING,
                Texts.of("banner.trust.none", question.count()),
                programs,
                List.of(Banner.Action.TRUST, Banner.Action.DISMISS));
    }

    /// None at all.
    static Banner written(String what, Path file) {
        return new Banner(Role.SUCCESS, Texts.of("banner.written", what, file), "", List.of(Banner.Action.DISMISS));
    }

    /// None at all.
    static Banner made(StrategyId id, String name) {
        return new Banner(Role.SUCCESS, Texts.of("banner.strategy", id, name), "", List.of(Banner.Action.DISMISS));
    }

    /// @param made elsewhere, while this window asked
    static Banner answered(RunOutcome run, Decision made) {
        return new Banner(
                Role.PLAIN,
                Texts.of("banner.answered", run.plan().runId(), DecisionText.of(made)),
                "",
                List.of(Banner.Action.DISMISS));
    }

    static Banner gone(String runId) {
        return new Banner(Role.WARNING, Texts.of("banner.gone", runId), "", List.of(Banner.Action.DISMISS));
    }

    /// @param words takes the place and what is wrong there
    private static Banner problem(Problem problem, BinaryOperator<String> words) {
        String file = String.valueOf(problem.file().getFileName());
        String location = problem.line() == 0 ? file : file + ":" + problem.line() + ":" + problem.column();
        return new Banner(
                Role.DANGER,
                words.apply(location, problem.message()),
                problem.toString(),
                List.of(Banner.Action.RELOAD, Banner.Action.DISMISS));
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
