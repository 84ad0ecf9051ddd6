package io.github.parallelvalidation.run;

import io.github.parallelvalidation.fix.RunTrials;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.result.Merged;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A run in a workspace of its own whose plan is written and whose steps a test takes one by one.
record StartedRun(RunContext context, RunQueue queue, StrategyStage stage) {
    static final Instant NOW = Instant.parse("2026-11-22T14:30:00Z");
    private static final Map<StrategyId, List<String>> SCRIPTS = Map.of(
            id(101), List.of("pass"),
            id(102), List.of("fail"),
            id(103), List.of("few"),
            id(104), List.of("invalid"),
            id(105), List.of("timeout", "pass"));

    static StrategyId id(int number) {
        return new StrategyId("STR-" + number);
    }

    static StartedRun in(Path root) throws IOException {
        Workspace workspace = new Workspace(root);
        Files.createDirectories(workspace.pipeline());
        Files.createDirectories(workspace.settings().resolveSibling(""));
        StringBuilder queue = new StringBuilder("queue:\n");
        for (StrategyId id : SCRIPTS.keySet().stream().sorted().toList()) {
            Files.createDirectories(workspace.strategies().resolve(id.value()));
            queue.append("  - id: ").append(id).append("\n    status: PENDING\n");
        }
        Files.writeString(workspace.queue(), queue);
        RunInputs inputs = RunInputs.read(workspace, Tier.L0, Accepted.NONE);
        ExecutionPlan plan = inputs.plan(RunRequest.of(Tier.L0), "2026-11-22-143000", NOW);
        RunContext context = at(workspace, inputs, plan, NOW);
        context.file().begin(plan);
        return of(context);
    }

    private static StartedRun of(RunContext context) {
        RunQueue queue = new RunQueue(new QueueFile(context.workspace().queue()), context.journal(), context.growing());
        InProcessWorkers workers = new InProcessWorkers(SCRIPTS);
        return new StartedRun(
                context,
                queue,
                new StrategyStage(context, new StrategyRun(context, workers.attempts(context.inputs()), queue), queue));
    }

    private static RunContext at(Workspace workspace, RunInputs inputs, ExecutionPlan plan, Instant now) {
        return new RunContext(
                workspace,
                inputs,
                new GrowingPlan(plan),
                new RunFile(workspace.plan(plan.runId())),
                new RunBoard(Tier.L0, now),
                new StopSignal(),
                RunMonitor.of(inputs, () -> Long.MAX_VALUE, plan.workers()),
                new RunClock(Clock.fixed(now, ZoneOffset.UTC), () -> 12));
    }

    /// The same run, with a clock that is ahead.
    StartedRun later(Duration time) {
        return of(at(context.workspace(), context.inputs(), context.plan(), NOW.plus(time)));
    }

    /// Takes the strategies to their verdicts.
    RunFindings found() {
        queue.begin(context.inputs().queue(), Set.of());
        List<JudgedStrategy> judged = stage.run(context.plan().strategies(), Map.of(), Set.of(), Feed.of(List.of()));
        List<Trial> trials = new RunTrials(context.workspace(), context.plan())
                .of(JudgedStrategy.attempts(judged), context.inputs().judge());
        Merged merged = context.inputs()
                .merger(trials)
                .merge(
                        JudgedStrategy.results(judged),
                        JudgedStrategy.worlds(
                                judged,
                                context.inputs().protocol().placeboWorlds().worlds()));
        List<StrategyResult> results = merged.strategies();
        RunOutcome verdicts = new RunOutcome(
                context.plan(), false, false, results, merged.luck(), RunTiming.of(12, results, 1), null, List.of());
        return RunFindings.of(context, verdicts, JudgedStrategy.attempts(judged), trials);
    }

    /// As the verdicts are read again where they were written, and taken from the workers where not.
    RunFindings again(RunFindings found) {
        RunOutcome verdicts = context.file().read().outcome().orElse(found.verdicts());
        return new RunFindings(verdicts, found.attempts(), found.trials(), found.fixes());
    }

    RunRecorder aftermath(RunFindings found) {
        return new RunRecorder(context, queue, found);
    }

    /// What is written below `.crypto` but for the folders of the strategies.
    Map<String, String> written() throws IOException {
        Map<String, String> written = new TreeMap<>();
        Path root = context.workspace().root();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(context.workspace().strategies())) {
                    written.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return written;
    }
}
