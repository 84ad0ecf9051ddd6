package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.SpawnOptions;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// `spawn_parallel_worker`: has a supervised worker begin and returns at once.
///
/// @param runs has the open run
record SpawnTool(Workspace workspace, OpenRunHolder runs, Clock clock) implements Tool {
    static final int USUAL_TIMEOUT = 600;
    static final int LONGEST_TIMEOUT = 86_400;

    @Override
    public Map<String, @Nullable Object> call(Arguments arguments, Caller caller) {
        Arguments given = arguments.only("agent_id", "task_spec", "timeout_seconds");
        Arguments task = given.object("task_spec").only("strategy_id", "tier", "output_dir");
        StrategyId strategy = task.strategy("strategy_id");
        Tier tier = task.tier("tier");
        int timeout = given.findInt("timeout_seconds", 1, LONGEST_TIMEOUT).orElse(USUAL_TIMEOUT);
        Optional<String> output = task.findText("output_dir")
                .map(folder -> OutputFolder.of(workspace, strategy, folder).relative());
        PlannedStrategy planned = runs.spawn(
                tier,
                strategy,
                new SpawnOptions(Optional.empty(), OptionalInt.of(timeout), given.findText("agent_id"), output));
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("worker_id", planned.promisedWorker().orElseThrow());
        map.put("spawn_time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        map.put("strategy_id", strategy.value());
        map.put("tier", tier.name());
        map.put("run_id", runs.live().orElseThrow().runId());
        map.put("timeout_seconds", timeout);
        return map;
    }
}
