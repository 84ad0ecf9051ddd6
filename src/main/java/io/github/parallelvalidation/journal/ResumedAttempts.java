package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.ResultReader;
import io.github.parallelvalidation.supervise.WorkerReport;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an interrupted run had reached: its attempts, rebuilt from the journal and from results that are whole.
///
/// @param required metrics without which results count as malformed
public record ResumedAttempts(Workspace workspace, Tier tier, String runId, Duration timeout, Set<String> required) {

    /// The attempts that count, by strategy. A worker that was cut off with us is no fault of its strategy.
    public Map<StrategyId, List<Attempt>> attempts(List<YamlMapping> journal) {
        Map<WorkerTask, Instant> open = new LinkedHashMap<>();
        Map<StrategyId, List<Attempt>> attempts = new LinkedHashMap<>();
        for (YamlMapping step : journal) {
            if (step.find(RunFile.FIX_ATTEMPT).isPresent()) {
                continue;
            }
            WorkerTask task = task(step);
            if (Fields.text(step, "event").equals(RunFile.STARTED)) {
                open.put(task, Fields.instant(step, "at"));
            } else if (Fields.text(step, "event").equals(RunFile.ENDED)) {
                open.remove(task);
                outcome(step, task).ifPresent(outcome -> add(attempts, attempt(step, task, outcome)));
            }
        }
        open.forEach((task, started) -> finished(task, started).ifPresent(attempt -> add(attempts, attempt)));
        return attempts;
    }

    private static void add(Map<StrategyId, List<Attempt>> attempts, Attempt attempt) {
        attempts.computeIfAbsent(attempt.task().strategyId(), id -> new ArrayList<>())
                .add(attempt);
    }

    private static Attempt attempt(YamlMapping step, WorkerTask task, AttemptOutcome outcome) {
        return new Attempt(task, outcome, Fields.number(step, "seconds"), AttemptDocument.evidence(step));
    }

    /// Its journal line is missing, but the worker had finished: we were killed between the two.
    private Optional<Attempt> finished(WorkerTask task, Instant started) {
        ResultFiles files = new ResultFiles(task.outputFolder(), tier);
        // Timed by two clocks: a flag that does not say whose it is may seem a little older than the start.
        return report(task, started.minusSeconds(1)).map(outcome -> {
            double seconds = Duration.between(started, files.flagWritten()).toMillis() / 1000.0;
            return new Attempt(task, outcome, Math.max(0, seconds), 0);
        });
    }

    private Optional<AttemptOutcome> outcome(YamlMapping step, WorkerTask task) {
        return AttemptDocument.outcome(step)
                .flatMap(outcome -> outcome instanceof AttemptOutcome.Completed
                        ? report(task, Instant.EPOCH)
                        : Optional.of(outcome));
    }

    private Optional<AttemptOutcome> report(WorkerTask task, Instant started) {
        ResultReader reader = new ResultReader(task, required, started);
        try {
            return reader.read().map(WorkerReport::outcome);
        } catch (ProblemException damagedOrOverwritten) {
            // Then it is run again; the files go to the archive before that.
            return Optional.empty();
        }
    }

    private WorkerTask task(YamlMapping step) {
        StrategyId id = Fields.id(step, "strategy_id");
        Path folder = workspace.strategy(id).orElse(workspace.strategies());
        return new WorkerTask(
                workspace,
                id,
                tier,
                runId,
                Fields.text(step, "worker_id"),
                (int) Fields.number(step, "attempt"),
                folder,
                timeout);
    }
}
