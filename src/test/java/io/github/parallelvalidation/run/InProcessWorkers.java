package io.github.parallelvalidation.run;

import io.github.parallelvalidation.ScriptedWorlds;
import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.ResultReader;
import io.github.parallelvalidation.supervise.WorkerReport;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Workers without processes that do what they are told, attempt by attempt, through the files of the worker protocol.
public final class InProcessWorkers implements Workers {
    private static final String METRICS =
            "metrics: {signal_frequency: %d, hit_rate: 0.56, ic: %s, ic_p_value: 0.02, luck: 0.4}\n";

    private final Map<StrategyId, List<String>> scripts;
    private final Map<StrategyId, Integer> begun = new ConcurrentHashMap<>();

    /// @param scripts a word for each attempt: `pass`, `fail`, `few`, `invalid`, `near`, `crash` or
    ///     `timeout`; the last one stays
    public InProcessWorkers(Map<StrategyId, List<String>> scripts) {
        this.scripts = Map.copyOf(scripts);
    }

    /// How many attempts were begun.
    int begun(StrategyId id) {
        return begun.getOrDefault(id, 0);
    }

    @Override
    public AttemptRunner attempts(RunInputs inputs) {
        return (task, listener, stop) -> new Attempt(task.id(), outcome(task), 0.25, 20);
    }

    @Override
    public List<String> arguments(RunInputs inputs, WorkerTask task) {
        throw new UnsupportedOperationException("these are no processes");
    }

    @Override
    public MachineMemory machine() {
        return () -> Long.MAX_VALUE;
    }

    private AttemptOutcome outcome(WorkerTask task) {
        ParameterVariation variation = task.variation();
        if (variation == null) {
            begun.merge(task.id().strategy(), 1, Integer::sum);
        }
        // Of the parameter variations the second pass.
        List<String> words = variation == null
                ? scripts.getOrDefault(task.id().strategy(), List.of())
                : List.of(variation.number() < 2 ? "few" : "pass");
        try {
            new ResultFiles(task.outputFolder(), task.tier()).archive();
            return switch (words.get(Math.min(task.id().number(), words.size()) - 1)) {
                case "pass" -> report(task, METRICS.formatted(84, "0.04"));
                case "fail" -> report(task, METRICS.formatted(84, "-0.02"));
                case "few" -> report(task, METRICS.formatted(8, "0.04"));
                case "near" -> report(task, METRICS.formatted(84, "0.0095"));
                case "invalid" -> report(task, "error: {category: STRATEGY_INVALID, message: no such function}\n");
                case "crash" -> new AttemptOutcome.Crashed("the worker ended without results (exit status 1)");
                default -> new AttemptOutcome.TimedOut(10);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AttemptOutcome report(WorkerTask task, String content) throws IOException {
        String owner = "strategy_id: %s\nrun_id: '%s'\nworker_id: %s\nattempt: %d\n"
                .formatted(
                        task.id().strategy(),
                        task.runId(),
                        task.id().workerId(),
                        task.id().number());
        ResultFiles files = new ResultFiles(task.outputFolder(), task.tier());
        ScriptedWorlds.write(task.outputFolder(), task.tier().name(), content);
        Files.writeString(files.results(), owner + content);
        Files.writeString(files.flag(), "status: COMPLETED\n" + owner);
        return new ResultReader(task.expectedResults(), Set.of())
                .read()
                .map(WorkerReport::outcome)
                .orElseThrow();
    }
}
