package io.github.parallelvalidation.run;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.DecisionFile;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.escalation.MeetingRequest;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Carries out what was decided about a finished run. The caller holds the lock.
record DecisionDesk(Workspace workspace, Clock clock) {

    RunOutcome decide(String runId, Decision decision) {
        RunFile file = new RunFile(workspace.plan(runId));
        RunOutcome outcome = file.read()
                .outcome()
                .orElseThrow(
                        () -> new ProblemException(Problem.of(file.path(), "this run has no summary to decide on")));
        Escalation question = open(file, outcome);
        RunInputs inputs = RunInputs.read(workspace, outcome.plan().tier());
        Relaxation relaxation = relaxation(inputs.protocol().gates(), outcome, decision);
        // The record first: whatever is done after it can be traced to it.
        DecisionFile.write(workspace.decision(runId), runId, question, decision, relaxation, outcome.strategies());
        List<StrategyResult> results = carryOut(decision, relaxation, outcome);
        List<String> alerts = new ArrayList<>(outcome.alerts());
        RunOutcome decided = new RunOutcome(
                outcome.plan(),
                false,
                outcome.cancelled(),
                results,
                outcome.timing(),
                question.with(
                        decision.option() == EscalationOption.RELAX
                                ? new Decision(
                                        decision.option(), decision.decidedBy(), decision.at(), relaxation.moved())
                                : decision),
                alerts);
        Instant now = clock.instant();
        new MetricsHistory(workspace.history()).decide(runId, decision.option().code(), results);
        Bootstrap.update(workspace, decided, new QueueFile(workspace.queue()).read(), now);
        file.summarise(decided);
        file.finish(now);
        return decided;
    }

    private static Escalation open(RunFile file, RunOutcome outcome) {
        Escalation question = outcome.escalation();
        if (question == null) {
            throw new ProblemException(Problem.of(file.path(), "this run asks for no decision"));
        }
        question.decided().ifPresent(made -> {
            throw new ProblemException(Problem.of(
                    file.path(),
                    "was decided already: %s, at %s".formatted(made.option().code(), made.at())));
        });
        return question;
    }

    private static Relaxation relaxation(TierGates gates, RunOutcome outcome, Decision decision) {
        return decision.thresholds().isEmpty()
                ? Relaxation.byDefault(outcome.plan().tier(), gates, outcome.strategies())
                : Relaxation.to(outcome.plan().tier(), gates, decision.thresholds());
    }

    private List<StrategyResult> carryOut(Decision decision, Relaxation relaxation, RunOutcome outcome) {
        String runId = outcome.plan().runId();
        return switch (decision.option()) {
            case CONTINUE, RETRY -> outcome.strategies();
            case MEETING -> {
                MeetingRequest.write(
                        workspace.meetingRequest(runId),
                        runId,
                        outcome.plan().tier(),
                        decision.at(),
                        outcome.strategies());
                yield outcome.strategies();
            }
            case RELAX -> {
                List<StatusChange> changes = relaxation.passes(outcome.strategies()).stream()
                        .map(result -> RunRecords.finish(result, decision.at()))
                        .toList();
                new QueueFile(workspace.queue()).update(changes);
                yield relaxation.apply(outcome.strategies());
            }
        };
    }
}
