package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The plan of a run: its strategies, workers and limits.
///
/// @param runId UTC start time, `yyyy-MM-dd-HHmmss`
/// @param workers workers at once, 0 where nothing is pending
/// @param queueDepth strategies that awaited the tier when the plan was made
/// @param timeoutSeconds the time limit of one attempt, or empty: as the settings say
/// @param link the run's place in its chain
public record ExecutionPlan(
        String runId,
        Instant startedAt,
        Tier tier,
        int workers,
        int queueDepth,
        List<PlannedStrategy> strategies,
        OptionalInt timeoutSeconds,
        ChainLink link) {
    /// Of so many, each with every attempt that it may have, all records can still be read again. What awaits its tier
    /// beyond them goes on waiting.
    public static final int MOST_STRATEGIES = 10_000;

    public ExecutionPlan {
        strategies = List.copyOf(strategies);
    }

    /// The strategies, in the plan's order.
    public List<StrategyId> ids() {
        return strategies.stream().map(PlannedStrategy::id).toList();
    }

    /// The same plan with follow-up options added.
    public ExecutionPlan with(RunWishes wishes) {
        return new ExecutionPlan(
                runId,
                startedAt,
                tier,
                workers,
                queueDepth,
                strategies,
                timeoutSeconds,
                new ChainLink(link.follows(), wishes));
    }

    /// The same plan with a strategy added at its end, or in the place of what it had of the same id.
    public ExecutionPlan with(PlannedStrategy added) {
        List<PlannedStrategy> all = new ArrayList<>(strategies);
        int place = ids().indexOf(added.id());
        if (place < 0) {
            all.add(added);
        } else {
            all.set(place, added);
        }
        return new ExecutionPlan(runId, startedAt, tier, workers, queueDepth, all, timeoutSeconds, link);
    }

    /// How long it takes if each strategy takes as long as expected.
    public double expectedSeconds() {
        double work = strategies.stream()
                .mapToDouble(PlannedStrategy::estimatedSeconds)
                .sum();
        return work / Math.max(1, workers);
    }

    /// The time limit of one attempt at one of its strategies.
    public Duration timeout(PlannedStrategy planned, Settings settings) {
        return planned.spawn()
                .map(SpawnOptions::timeoutSeconds)
                .filter(OptionalInt::isPresent)
                .map(seconds -> Duration.ofSeconds(seconds.getAsInt()))
                .orElseGet(() -> timeout(settings));
    }

    public Duration timeout(Settings settings) {
        return timeoutSeconds.isPresent()
                ? Duration.ofSeconds(timeoutSeconds.getAsInt())
                : settings.timeouts().of(tier);
    }
}
