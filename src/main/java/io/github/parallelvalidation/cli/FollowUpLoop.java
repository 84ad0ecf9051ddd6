package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.FollowUps;
import io.github.parallelvalidation.run.ReachedRuns;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Executes a run and what follows it on a terminal: with its progress, and its questions to whoever sits there.
final class FollowUpLoop implements FollowUps.Client<RuntimeException> {
    private final Validation validation;
    private final Terminal terminal;
    private final Workspace workspace;
    private final boolean workerTimes;
    private final Consumer<List<RunOutcome>> lastWords;

    /// @param view the workspace as it was when the command began
    /// @param lastWords prints what was reached when the process is stopped in the middle
    FollowUpLoop(Validation validation, Terminal terminal, WorkspaceView view, Consumer<List<RunOutcome>> lastWords) {
        this.validation = validation;
        this.terminal = terminal;
        this.workspace = view.workspace();
        this.workerTimes = view.settings().monitoring().logWorkerTimes();
        this.lastWords = lastWords;
    }

    /// @return the last run of each tier: the one that was begun with or its retry, and the one at the next tier
    List<RunOutcome> follow(Validation.Run first) {
        return followUps().follow(first).list();
    }

    /// @param outcome a run that has ended or was decided about
    List<RunOutcome> follow(RunOutcome outcome) {
        return followUps().follow(outcome).list();
    }

    private FollowUps<RuntimeException> followUps() {
        return new FollowUps<>(validation, workspace, Clock.systemUTC(), this);
    }

    @Override
    public Optional<Decision> ask(RunOutcome asked) {
        return new DecisionPrompt(validation, terminal).ask(workspace, asked);
    }

    @Override
    public RunOutcome run(Validation.Run run, ReachedRuns before) {
        try (RunInterruptHandler interrupts = new RunInterruptHandler(run, terminal)) {
            RunOutcome outcome;
            try (ProgressDisplay _ = new ProgressDisplay(terminal, run.board(), workerTimes)) {
                outcome = run.execute();
            }
            if (interrupts.isUnderway()) {
                // The process ends with this block: what is to be said is said here.
                lastWords.accept(before.with(outcome).list());
            }
            return outcome;
        }
    }
}
