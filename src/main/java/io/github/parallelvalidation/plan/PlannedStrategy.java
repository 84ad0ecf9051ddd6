package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One strategy of a plan.
///
/// @param statusBefore the status exactly as written in the queue, from behind its colon on, or null where it is
///     absent: what a cancelled run restores
/// @param estimatedSeconds expected duration of its worker
/// @param spawn what was asked for with it, where its worker was spawned by itself
/// @param withoutL0Pass whether somebody insisted: L1 is run although it has not passed L0
public record PlannedStrategy(
        StrategyId id,
        String name,
        @Nullable String statusBefore,
        double estimatedSeconds,
        Optional<SpawnOptions> spawn,
        boolean withoutL0Pass) {

    /// A strategy that the run takes as it takes all others.
    public PlannedStrategy(StrategyId id, String name, @Nullable String statusBefore, double estimatedSeconds) {
        this(id, name, statusBefore, estimatedSeconds, Optional.empty(), false);
    }

    /// The same with a worker of its own.
    public PlannedStrategy spawned(SpawnOptions asked) {
        return new PlannedStrategy(id, name, statusBefore, estimatedSeconds, Optional.of(asked), withoutL0Pass);
    }

    /// Its entry in the queue while it is validated.
    public StatusChange.Begin beginning(Tier tier) {
        return new StatusChange.Begin(id, Status.validating(tier), statusBefore);
    }

    /// The worker that was promised for its first attempt.
    public Optional<String> promisedWorker() {
        return spawn.flatMap(SpawnOptions::workerId);
    }
}
