package io.github.parallelvalidation.watch;

import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Runs that are over.
final class Outcomes {
    private Outcomes() {}

    static RunOutcome run(String id, boolean cancelled, boolean asks, int... took) {
        List<PlannedStrategy> planned = IntStream.of(took)
                .mapToObj(number -> new PlannedStrategy(new StrategyId("STR-" + number), "one", " PENDING", 1))
                .toList();
        ExecutionPlan plan = new ExecutionPlan(
                id, Instant.EPOCH, Tier.L0, 2, took.length, planned, OptionalInt.empty(), ChainLink.FIRST);
        Escalation question =
                new Escalation(List.of(EscalationReason.ALL_FAILED), List.of(EscalationOption.values()), null);
        return new RunOutcome(
                plan, false, cancelled, List.of(), null, RunTiming.NONE, asks ? question : null, List.of());
    }

    /// The same run after these came to a verdict.
    static RunOutcome judged(RunOutcome run, int... judged) {
        return new RunOutcome(
                run.plan(),
                run.dryRun(),
                run.cancelled(),
                IntStream.of(judged)
                        .mapToObj(number -> Samples.judged(number, 84, 0.5357, 0.0312, 0.031, 0.41))
                        .toList(),
                run.luck(),
                run.timing(),
                run.escalation(),
                run.alerts());
    }
}
