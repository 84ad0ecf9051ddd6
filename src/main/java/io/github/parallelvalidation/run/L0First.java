package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RecordedResults;
import io.github.parallelvalidation.plan.ChosenStrategies;
import io.github.parallelvalidation.plan.L0Passes;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// L1 is for what has passed L0. A person may insist; whoever acts for one may not.
public final class L0First {
    private L0First() {}

    /// @throws RequestException when one of these has not passed L0 and the tier is L1
    public static void require(Workspace workspace, Queue queue, List<StrategyId> strategies, Tier tier) {
        RecordedResults recorded = new RecordedResults(workspace);
        Map<StrategyId, Boolean> known = new HashMap<>();
        strategies.forEach(id -> recorded.newest(id, Tier.L0).ifPresent(result -> known.put(id, result.passed())));
        ChosenStrategies chosen = ChosenStrategies.of(queue, strategies, tier, new L0Passes(known));
        if (!chosen.notPassed().isEmpty()) {
            throw new RequestException(
                    "%s has not passed L0, so L1 is not for it: that would be one more chance for luck. Validate it at L0 first; a person may insist, with validate --tier L1 --strategy"
                            .formatted(chosen.notPassed().stream()
                                    .map(StrategyId::value)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
