package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Computes the history entry of a finished run.
///
/// @param cancelled whether the run was stopped before all its strategies had a result
/// @param luck what noise alone would have passed, or null where that is not known
/// @param attempts every attempt of the run, those without a result too
/// @param tracked whether times and use of each worker are recorded
public record Measurement(
        String runId,
        Instant startedAt,
        Tier tier,
        List<StrategyResult> results,
        boolean cancelled,
        @Nullable RunLuck luck,
        Collection<Attempt> attempts,
        boolean tracked) {
    private static final double SECONDS = 60;

    /// @param alerts sentences worth a look
    public RunMetrics metrics(RunTiming timing, RunMetrics.QueueDepth queueDepth, List<String> alerts) {
        return new RunMetrics(
                runId,
                startedAt,
                tier,
                RunMetrics.Results.of(results, cancelled, luck, null, tracked),
                workers(),
                new RunMetrics.Times(
                        timing.wallClockSeconds() / SECONDS, timing.sequentialEquivalentSeconds() / SECONDS),
                queueDepth,
                alerts);
    }

    private RunMetrics.Workers workers() {
        DoubleSummaryStatistics times = attempts.stream()
                .filter(attempt -> gaveResult(attempt.outcome()))
                .mapToDouble(Attempt::seconds)
                .summaryStatistics();
        return new RunMetrics.Workers(
                attempts.size(),
                (int) times.getCount(),
                count(AttemptOutcome.TimedOut.class),
                results.stream()
                        .mapToInt(result -> result.effort().attempts() - 1)
                        .sum(),
                count(AttemptOutcome.Crashed.class),
                tracked ? performance(times) : null);
    }

    private RunMetrics.Performance performance(DoubleSummaryStatistics times) {
        boolean none = times.getCount() == 0;
        return new RunMetrics.Performance(
                new RunMetrics.WorkerSeconds(times.getAverage(), none ? 0 : times.getMax(), none ? 0 : times.getMin()),
                new RunMetrics.PeakUse(
                        attempts.stream().mapToLong(Attempt::peakMemoryMb).max().orElse(0),
                        ProcessorShare.largest(attempts)));
    }

    private int count(Class<? extends AttemptOutcome> kind) {
        return (int) attempts.stream()
                .filter(attempt -> kind.isInstance(attempt.outcome()))
                .count();
    }

    private static boolean gaveResult(AttemptOutcome outcome) {
        return outcome instanceof AttemptOutcome.Completed || outcome instanceof AttemptOutcome.Reported;
    }
}
