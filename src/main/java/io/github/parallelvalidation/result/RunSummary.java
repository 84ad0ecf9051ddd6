package io.github.parallelvalidation.result;

import io.github.parallelvalidation.luck.RunLuck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The counts of a run.
///
/// @param unjudged those of the failed ones of which nothing could be judged
/// @param luck how many passes noise alone would have had; null where nothing is known of that
public record RunSummary(
        int passed,
        int failed,
        int timeout,
        int error,
        int unjudged,
        @Nullable RunLuck luck) {

    /// @param luck as it was counted when the results were merged
    public static RunSummary of(List<StrategyResult> results, @Nullable RunLuck luck) {
        return new RunSummary(
                count(results, Verdict.PASS),
                count(results, Verdict.FAIL),
                count(results, Verdict.TIMEOUT),
                count(results, Verdict.ERROR),
                (int) results.stream().filter(StrategyResult::isUnjudged).count(),
                luck);
    }

    /// Of results that are not all there yet.
    public static RunSummary soFar(List<StrategyResult> results) {
        return RunTally.of(results).soFar();
    }

    public int total() {
        return passed + failed + timeout + error;
    }

    private static int count(List<StrategyResult> results, Verdict verdict) {
        return (int) results.stream()
                .filter(result -> result.judgement().verdict() == verdict)
                .count();
    }
}
