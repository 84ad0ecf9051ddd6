package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.FollowUp;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Executes a run and then whatever [FollowUp] says comes next, until nothing follows or a question stays open.
final class FollowUpLoop {
    private final Validation validation;
    private final Terminal terminal;
    private final Workspace workspace;
    private final boolean workerTimes;
    private final Consumer<List<RunOutcome>> lastWords;

    /// The last run of each tier, in the order of the tiers.
    private final Map<Tier, RunOutcome> reached = new EnumMap<>(Tier.class);

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
        return follow(run(first));
    }

    /// @param outcome a run that has ended or was decided about
    List<RunOutcome> follow(RunOutcome outcome) {
        Optional<RunOutcome> next = Optional.of(outcome);
        while (next.isPresent()) {
            RunOutcome last = next.get();
            reached.put(last.plan().tier(), last);
            next = carryOut(validation.followUp(workspace, last), last);
        }
        return outcomes();
    }

    /// @return the run that there is to look at next
    private Optional<RunOutcome> carryOut(FollowUp followUp, RunOutcome last) {
        return switch (followUp) {
            case FollowUp.Done _ -> Optional.empty();
            case FollowUp.Ask _ ->
                new DecisionPrompt(validation, terminal).ask(workspace, last).map(decision -> decide(last, decision));
            case FollowUp.Decide policy -> Optional.of(decide(last, policy.at(Instant.now())));
            case FollowUp.Start start -> Optional.of(run(validation.start(workspace, start.request())));
        };
    }

    private RunOutcome decide(RunOutcome outcome, Decision decision) {
        return validation.decide(workspace, outcome.plan().runId(), decision);
    }

    private List<RunOutcome> outcomes() {
        return List.copyOf(reached.values());
    }

    private RunOutcome run(Validation.Run run) {
        try (RunInterruptHandler interrupts = new RunInterruptHandler(run, terminal)) {
            RunOutcome outcome;
            try (ProgressDisplay _ = new ProgressDisplay(terminal, run.board(), workerTimes)) {
                outcome = run.execute();
            }
            if (interrupts.isUnderway()) {
                // The process ends with this block: what is to be said is said here.
                reached.put(outcome.plan().tier(), outcome);
                lastWords.accept(outcomes());
            }
            return outcome;
        }
    }
}
