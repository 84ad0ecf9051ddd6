package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.SpawnOptions;
import io.github.parallelvalidation.process.ProcessIdentity;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Converts an execution plan to and from the head of its plan file.
final class PlanDocument {
    private static final String RUN_ID = "run_id";
    private static final String STARTED = "started_at";
    private static final String TIER = "tier";
    private static final String WORKERS = "workers";
    private static final String QUEUE_DEPTH = "queue_depth";
    private static final String TIMEOUT = "timeout_seconds";
    private static final String PID = "pid";
    private static final String HOST = "host";
    private static final String PROCESS_STARTED = "process_started_at";
    private static final String TAKEN_UP = "taken_up_at";
    private static final String SECONDS_BEFORE = "seconds_before";
    private static final String STRATEGIES = "strategies";
    private static final String STRATEGY_ID = "strategy_id";
    private static final String NAME = "name";
    private static final String STATUS_BEFORE = "status_before";
    private static final String SPAWN = "spawn";
    private static final String WORKER_ID = "worker_id";
    private static final String AGENT = "agent_id";
    private static final String OUTPUT = "output_dir";
    private static final String ESTIMATED_SECONDS = "estimated_seconds";
    private static final String WITHOUT_L0_PASS = OutcomeDocument.WITHOUT_L0_PASS;

    private PlanDocument() {}

    /// @param now when a run that was interrupted goes on
    /// @param secondsBefore what it had taken by then
    static Map<String, Object> takenUp(ExecutionPlan plan, Instant now, double secondsBefore) {
        Map<String, Object> map = new LinkedHashMap<>(of(plan));
        map.put(TAKEN_UP, now.toString());
        map.put(SECONDS_BEFORE, secondsBefore);
        map.put(STRATEGIES, Objects.requireNonNull(map.remove(STRATEGIES), "a plan has strategies"));
        return map;
    }

    static Map<String, Object> of(ExecutionPlan plan) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(RUN_ID, plan.runId());
        map.put(STARTED, plan.startedAt().toString());
        map.put(TIER, plan.tier().name());
        map.put(WORKERS, plan.workers());
        map.put(QUEUE_DEPTH, plan.queueDepth());
        plan.timeoutSeconds().ifPresent(seconds -> map.put(TIMEOUT, seconds));
        map.putAll(ChainLinkDocument.of(plan.link()));
        ProcessIdentity here = ProcessIdentity.ofThisOne();
        map.put(PID, here.pid());
        map.put(HOST, here.host());
        map.put(PROCESS_STARTED, here.startedAt().toString());
        map.put(STRATEGIES, plan.strategies().stream().map(PlanDocument::of).toList());
        return map;
    }

    /// Empty where the run goes on without an interruption.
    static Optional<Instant> takenUp(YamlMapping map) {
        return map.findScalar(TAKEN_UP).map(scalar -> scalar.asInstant(TAKEN_UP));
    }

    /// What the run had taken when it was taken up last; 0 where it never was.
    static double secondsBefore(YamlMapping map) {
        return map.findScalar(SECONDS_BEFORE)
                .map(scalar -> scalar.asDouble(SECONDS_BEFORE, 0, Double.MAX_VALUE))
                .orElse(0.0);
    }

    static Map<String, @Nullable Object> of(PlannedStrategy planned) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(STRATEGY_ID, planned.id().value());
        map.put(NAME, planned.name());
        map.put(STATUS_BEFORE, planned.statusBefore());
        map.put(ESTIMATED_SECONDS, planned.estimatedSeconds());
        if (planned.withoutL0Pass()) {
            map.put(WITHOUT_L0_PASS, true);
        }
        planned.spawn().ifPresent(asked -> {
            Map<String, Object> spawn = new LinkedHashMap<>();
            asked.workerId().ifPresent(worker -> spawn.put(WORKER_ID, worker));
            asked.timeoutSeconds().ifPresent(seconds -> spawn.put(TIMEOUT, seconds));
            asked.agent().ifPresent(agent -> spawn.put(AGENT, agent));
            asked.outputFolder().ifPresent(folder -> spawn.put(OUTPUT, folder));
            map.put(SPAWN, spawn);
        });
        return map;
    }

    /// @param runId the run that the file's name says it is of
    /// @throws io.github.parallelvalidation.workspace.ProblemException when it says it is of another one
    static ExecutionPlan read(YamlMapping map, String runId) {
        YamlScalar found = map.scalar(RUN_ID);
        if (!found.value().equals(runId)) {
            throw found.problem(
                    "%s must be '%s', as the file's name says, found %s".formatted(RUN_ID, runId, found.describe()));
        }
        return new ExecutionPlan(
                runId,
                map.scalar(STARTED).asInstant(STARTED),
                Tier.parse(map.text(TIER))
                        .orElseThrow(() -> map.scalar(TIER)
                                .problem("'tier' must be L0 or L1, found "
                                        + map.scalar(TIER).describe())),
                map.scalar(WORKERS).asInt(WORKERS, 0, Integer.MAX_VALUE),
                map.scalar(QUEUE_DEPTH).asInt(QUEUE_DEPTH, 0, Integer.MAX_VALUE),
                map.list(STRATEGIES, item -> planned(item.asMapping("a planned strategy"))),
                map.findInt(TIMEOUT, 1, Integer.MAX_VALUE),
                ChainLinkDocument.read(map, runId));
    }

    /// The process that was last at the run; empty where the file does not say.
    static Optional<ProcessIdentity> process(YamlMapping map) {
        if (map.find(HOST).isEmpty() || map.find(PROCESS_STARTED).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(
                map.scalar(PID).asInt(PID, 1, Integer.MAX_VALUE),
                map.text(HOST),
                map.scalar(PROCESS_STARTED).asInstant(PROCESS_STARTED)));
    }

    static PlannedStrategy planned(YamlMapping map) {
        return new PlannedStrategy(
                map.scalar(STRATEGY_ID).asStrategyId(STRATEGY_ID),
                map.findText(NAME).orElse(""),
                map.findText(STATUS_BEFORE).orElse(null),
                map.scalar(ESTIMATED_SECONDS).asDouble(ESTIMATED_SECONDS, 0, Double.MAX_VALUE),
                map.find(SPAWN).map(node -> spawn(node.asMapping(SPAWN))),
                map.truth(WITHOUT_L0_PASS));
    }

    private static SpawnOptions spawn(YamlMapping map) {
        return new SpawnOptions(
                map.findText(WORKER_ID),
                map.findInt(TIMEOUT, 1, Integer.MAX_VALUE),
                map.findText(AGENT),
                map.findText(OUTPUT));
    }
}
