package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.report.RunDocument;
import io.github.parallelvalidation.run.L0First;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `validate`: a whole run, from the plan to its end.
///
/// @param runs may have an open run, which must be merged first
/// @param carriedOut what follows a run
record ValidateTool(Validation validation, Workspace workspace, OpenRunHolder runs, CarriedOut carriedOut)
        implements Tool {
    @Override
    public Map<String, @Nullable Object> call(Arguments arguments, Caller caller) throws InterruptedException {
        Arguments given =
                arguments.only("tier", "workers", "queue_size", "strategies", "timeout_seconds", "then_l1", "dry_run");
        Tier tier = given.findTier("tier").orElse(Tier.L0);
        List<StrategyId> strategies = given.strategies("strategies");
        RunRequest request = new RunRequest(
                tier,
                given.findInt("workers", 1, Settings.MOST_WORKERS),
                given.findInt("queue_size", 1, 1_000_000),
                strategies,
                given.findInt("timeout_seconds", 1, SpawnTool.LONGEST_TIMEOUT),
                ChainLink.first(new RunWishes(given.truth("then_l1"), Optional.empty(), Map.of())));
        if (!strategies.isEmpty()) {
            L0First.require(workspace, validation.viewWithoutRuns(workspace).queue(), strategies, tier);
        }
        if (given.truth("dry_run")) {
            return RunDocument.of(List.of(validation.dryRun(workspace, request)));
        }
        runs.live().ifPresent(open -> {
            throw new ToolException(
                    ToolException.Kind.LOCKED,
                    "run %s has spawned workers and is not merged yet; merge it before another run begins"
                            .formatted(open.runId()));
        });
        RunOutcome first = carriedOut.run(validation.start(workspace, request), caller);
        return RunDocument.of(carriedOut.follow(first, caller));
    }
}
