package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Notices that a question which this window shows was answered elsewhere: on the command line, or in another window.
final class AnsweredElsewhere {
    private final Validation validation;
    private final BackgroundWork work;

    AnsweredElsewhere(Validation validation, BackgroundWork work) {
        this.validation = validation;
        this.work = work;
    }

    /// @param view the workspace as it was just read
    /// @param shown runs that the window shows, as they were when it learnt of them
    /// @param answered told of each that is decided by now
    void look(
            WorkspaceView view, Collection<RunOutcome> shown, Consumer<RunOutcome> answered, Consumer<Banner> failed) {
        Set<String> open =
                view.openQuestions().stream().map(run -> run.plan().runId()).collect(Collectors.toSet());
        shown.stream()
                .filter(RunOutcome::awaitsDecision)
                .map(run -> run.plan().runId())
                .filter(runId -> !open.contains(runId))
                .distinct()
                .forEach(runId -> work.call(
                        Texts.of("doing.decision.read"),
                        // It may also be that a newer run has judged the same strategies: then there is no answer.
                        () -> validation
                                .outcome(view.workspace(), runId)
                                .filter(run -> run.decision().isPresent()),
                        run -> run.ifPresent(answered),
                        failed));
    }
}
