package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.ExpectedResults;
import io.github.parallelvalidation.supervise.ResultReader;
import io.github.parallelvalidation.supervise.WorkerReport;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rebuilds the attempts of an interrupted run from the journal and from complete result files.
///
/// @param required metrics without which results count as malformed
public record ResumedAttempts(Workspace workspace, Tier tier, String runId, Set<String> required) {

    /// The attempts that count, by strategy. A worker that was cut off with us is no fault of its strategy.
    public Map<StrategyId, List<Attempt>> attempts(List<JournalEvent> journal) {
        Map<AttemptId, Instant> open = new LinkedHashMap<>();
        Map<StrategyId, List<Attempt>> attempts = new LinkedHashMap<>();
        for (JournalEvent event : journal) {
            if (event.isVariation()) {
                continue;
            }
            switch (event) {
                case JournalEvent.Started started -> open.put(started.id(), started.at());
                case JournalEvent.Joined _, JournalEvent.Waits _ -> {}
                case JournalEvent.Ended ended -> {
                    open.remove(ended.id());
                    ended(ended.attempt()).ifPresent(attempt -> add(attempts, attempt));
                }
            }
        }
        open.forEach((id, started) -> finished(id, started).ifPresent(attempt -> add(attempts, attempt)));
        return attempts;
    }

    private static void add(Map<StrategyId, List<Attempt>> attempts, Attempt attempt) {
        attempts.computeIfAbsent(attempt.id().strategy(), _ -> new ArrayList<>())
                .add(attempt);
    }

    /// With its metrics, where it has any; empty where they are gone, or where it was cancelled: then it is made again.
    private Optional<Attempt> ended(Attempt attempt) {
        return switch (attempt.outcome()) {
            case AttemptOutcome.Completed _ ->
                report(expected(attempt.id()), Instant.EPOCH)
                        .map(outcome -> new Attempt(attempt.id(), outcome, attempt.seconds(), attempt.evidence()));
            case AttemptOutcome.Cancelled _ -> Optional.empty();
            case AttemptOutcome.Reported _,
                    AttemptOutcome.Crashed _,
                    AttemptOutcome.TimedOut _,
                    AttemptOutcome.MemoryExceeded _ -> Optional.of(attempt);
        };
    }

    /// Its journal line is missing, but the worker had finished: we were killed between the two.
    private Optional<Attempt> finished(AttemptId id, Instant started) {
        ExpectedResults expected = expected(id);
        // Timed by two clocks: a flag that does not say whose it is may seem a little older than the start.
        return report(expected, started.minusSeconds(1)).map(outcome -> {
            double seconds =
                    Duration.between(started, expected.files().flagWritten()).toMillis() / 1000.0;
            return new Attempt(id, outcome, Math.max(0, seconds), 0);
        });
    }

    private Optional<AttemptOutcome> report(ExpectedResults expected, Instant started) {
        ResultReader reader = new ResultReader(expected, required, started);
        try {
            return reader.read().map(WorkerReport::outcome);
        } catch (ProblemException damagedOrOverwritten) {
            // Then it is run again; the files go to the archive before that.
            return Optional.empty();
        }
    }

    private ExpectedResults expected(AttemptId id) {
        // Where the strategy's folder is gone, so are the results.
        Path folder = workspace.strategy(id.strategy()).orElse(workspace.strategies());
        return ExpectedResults.of(workspace, folder, tier, runId, id);
    }
}
