package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.SpawnOptions;
import io.github.parallelvalidation.run.OpenRun;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The open run of this process, while there is one.
final class OpenRunHolder implements AutoCloseable {
    private final Validation validation;
    private final Workspace workspace;
    private @Nullable OpenRun run;

    OpenRunHolder(Validation validation, Workspace workspace) {
        this.validation = validation;
        this.workspace = workspace;
    }

    /// The run that is on in this process.
    synchronized Optional<OpenRun> live() {
        return Optional.ofNullable(run).filter(open -> !open.isOver());
    }

    /// Takes up one that was cut off.
    synchronized Optional<OpenRun> takeUp() {
        if (live().isEmpty()) {
            validation.takeUpOpen(workspace).ifPresent(taken -> run = taken);
        }
        return live();
    }

    /// Has a worker begin in the run that is on, or in one that begins with it.
    synchronized PlannedStrategy spawn(Tier tier, StrategyId strategy, SpawnOptions asked) {
        return of(tier, strategy).spawn(strategy, asked);
    }

    synchronized void claim(Tier tier, StrategyId strategy) {
        of(tier, strategy).claim(strategy);
    }

    private OpenRun of(Tier tier, StrategyId first) {
        OpenRun open = takeUp().orElseGet(() -> {
            OpenRun begun = validation.open(workspace, tier, first);
            run = begun;
            return begun;
        });
        if (open.tier() != tier) {
            throw ToolException.refused("run %s is on at %s; merge it before anything is spawned at %s"
                    .formatted(open.runId(), open.tier(), tier));
        }
        return open;
    }

    @Override
    public void close() {
        OpenRun open;
        synchronized (this) {
            open = run;
        }
        if (open != null) {
            open.close();
        }
    }
}
