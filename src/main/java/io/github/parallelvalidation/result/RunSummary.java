package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.MetricNames;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The counts of a run.
///
/// @param expectedLuckyPasses sum of `luck`: how many passes strategies like these but without skill would
///     have had; null where no strategy has a luck (at L1, or where nothing was measured)
public record RunSummary(
        int passed,
        int failed,
        int timeout,
        int error,
        @Nullable Double expectedLuckyPasses) {

    public static RunSummary of(List<StrategyResult> results) {
        return new RunSummary(
                count(results, Verdict.PASS),
                count(results, Verdict.FAIL),
                count(results, Verdict.TIMEOUT),
                count(results, Verdict.ERROR),
                luck(results));
    }

    public int total() {
        return passed + failed + timeout + error;
    }

    private static int count(List<StrategyResult> results, Verdict verdict) {
        return (int) results.stream()
                .filter(result -> result.judgement().verdict() == verdict)
                .count();
    }

    private static @Nullable Double luck(List<StrategyResult> results) {
        List<Double> known = results.stream()
                .map(result -> result.judgement().metrics().number(MetricNames.LUCK))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return known.isEmpty()
                ? null
                : known.stream().mapToDouble(Double::doubleValue).sum();
    }
}
