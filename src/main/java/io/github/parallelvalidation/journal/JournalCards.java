package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.result.AttemptCard;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The cards of all attempts, from the lines of a journal. The summary of a run does not repeat them.
final class JournalCards {
    private JournalCards() {}

    static RunOutcome attach(RunOutcome outcome, List<YamlMapping> journal) {
        Map<StrategyId, List<Attempt>> attempts = new HashMap<>();
        for (YamlMapping step : journal) {
            boolean isVariation = step.find(RunFile.FIX_ATTEMPT).isPresent();
            if (!isVariation && Fields.text(step, "event").equals(RunFile.ENDED)) {
                AttemptDocument.outcome(step).ifPresent(verdict -> {
                    WorkerTask task = task(outcome.plan(), step);
                    attempts.computeIfAbsent(task.strategyId(), id -> new ArrayList<>())
                            .add(new Attempt(
                                    task, verdict, Fields.number(step, "seconds"), AttemptDocument.evidence(step)));
                });
            }
        }
        return outcome.with(outcome.strategies().stream()
                .map(result -> result.withCards(AttemptCard.of(attempts.getOrDefault(result.id(), List.of()))))
                .toList());
    }

    /// Only whose attempt it was, and the how manieth, counts here.
    private static WorkerTask task(ExecutionPlan plan, YamlMapping step) {
        return new WorkerTask(
                new Workspace(Path.of("")),
                Fields.id(step, "strategy_id"),
                plan.tier(),
                plan.runId(),
                Fields.text(step, "worker_id"),
                (int) Fields.number(step, "attempt"),
                Path.of(""),
                Duration.ZERO);
    }
}
