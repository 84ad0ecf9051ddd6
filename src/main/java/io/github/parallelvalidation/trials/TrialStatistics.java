package io.github.parallelvalidation.trials;

import io.github.parallelvalidation.gate.AnnualSharpe;
import io.github.parallelvalidation.gate.MetricNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// Statistics of all trials so far, for the deflated Sharpe ratio.
///
/// @param count number of different variants, at any tier: what L0 discarded was tried as well
/// @param dailySharpeVariance variance (n - 1) of the daily Sharpe ratios of those that have one; empty
///     for fewer than two
public record TrialStatistics(int count, OptionalDouble dailySharpeVariance) {
    /// @param trials of each variant the last one that has a Sharpe ratio counts
    public static TrialStatistics of(Collection<Trial> trials) {
        Map<Trial.Identity, Double> sharpe = new LinkedHashMap<>();
        trials.forEach(trial -> {
            Double found = trial.metrics().get(MetricNames.SHARPE);
            if (found != null) {
                sharpe.put(trial.identity(), AnnualSharpe.toDaily(found));
            }
        });
        int count = (int) trials.stream().map(Trial::identity).distinct().count();
        return new TrialStatistics(count, variance(sharpe.values()));
    }

    private static OptionalDouble variance(Collection<Double> daily) {
        if (daily.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = daily.stream().mapToDouble(value -> value).average().orElseThrow();
        double squares = daily.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(squares / (daily.size() - 1));
    }
}
