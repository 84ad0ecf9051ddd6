package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Measures a finished run for the history.
///
/// @param attempts every attempt of the run, those without a result too
public record Measurement(
        String runId, Instant startedAt, Tier tier, List<StrategyResult> results, Collection<Attempt> attempts) {
    private static final double SECONDS = 60;

    /// @param alerts sentences worth a look
    /// @param decision what was decided, or null
    public RunMetrics metrics(
            RunTiming timing, int queueBefore, int queueAfter, List<String> alerts, @Nullable String decision) {
        RunSummary summary = RunSummary.of(results);
        DoubleSummaryStatistics times = attempts.stream()
                .filter(attempt -> gaveResult(attempt.outcome()))
                .mapToDouble(Attempt::seconds)
                .summaryStatistics();
        return new RunMetrics(
                runId,
                startedAt,
                tier,
                Outcome.of(summary),
                decision,
                attempts.size(),
                (int) times.getCount(),
                count(AttemptOutcome.TimedOut.class),
                summary.passed(),
                summary.total() - summary.passed(),
                summary.expectedLuckyPasses(),
                timing.wallClockSeconds() / SECONDS,
                timing.sequentialEquivalentSeconds() / SECONDS,
                times.getAverage(),
                times.getCount() == 0 ? 0 : times.getMax(),
                times.getCount() == 0 ? 0 : times.getMin(),
                results.stream().mapToInt(result -> result.attempts() - 1).sum(),
                count(AttemptOutcome.Crashed.class),
                attempts.stream().mapToLong(Attempt::peakMemoryMb).max().orElse(0),
                ProcessorShare.largest(attempts),
                queueBefore,
                queueAfter,
                results.stream().map(RunMetrics.Item::of).toList(),
                alerts);
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
