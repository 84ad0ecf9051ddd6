package io.github.parallelvalidation.trials;

import io.github.parallelvalidation.gate.AnnualSharpe;
import io.github.parallelvalidation.gate.MetricNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.function.Function;

/// Statistics of all trials so far, for the deflated Sharpe ratio.
///
/// @param count number of different variants, at any tier: what L0 discarded was tried as well
/// @param effective how many independent ones they count as, see [#of]
/// @param dailySharpeVariance variance (n - 1) of the daily Sharpe ratios of those that have one; empty
///     for fewer than two
public record TrialStatistics(int count, double effective, OptionalDouble dailySharpeVariance) {
    /// An annual ratio of 100 is a daily mean more than five standard deviations from 0: not one day of a
    /// thousand years would end on the other side. Lines of old ledgers hold what rounding made of returns that
    /// never change, up to 1e17; a single one would make the spread of all others nothing.
    static final double BEYOND_ALL_RETURNS = 100;

    /// Trials whose daily returns are known count together as the [effective rank][EffectiveRank] of their
    /// correlation matrix, and at least as the number of their [groups][SingleLinkage]: many copies of one idea
    /// make the rank fall, while the other ideas were tried all the same. All others, what L0 discarded, old lines,
    /// foreign workers, count as one each: that is the careful reading, for a larger number deflates more.
    ///
    /// @param trials oldest first; of each variant the last one that has a Sharpe ratio counts
    /// @param returns the daily returns of a trial, where they are known
    public static TrialStatistics of(
            Collection<Trial> trials, Function<Trial.Identity, Optional<ReturnSeries>> returns) {
        Map<Trial.Identity, Double> sharpe = new LinkedHashMap<>();
        SequencedSet<Trial.Identity> tried = new LinkedHashSet<>();
        trials.forEach(trial -> {
            Double found = trial.metrics().get(MetricNames.SHARPE);
            if (found != null && Math.abs(found) <= BEYOND_ALL_RETURNS) {
                sharpe.put(trial.identity(), AnnualSharpe.toDaily(found));
            }
            tried.addLast(trial.identity());
        });
        return new TrialStatistics(tried.size(), effective(tried, returns), variance(sharpe.values()));
    }

    private static double effective(
            SequencedSet<Trial.Identity> tried, Function<Trial.Identity, Optional<ReturnSeries>> returns) {
        List<ReturnSeries> known = new ArrayList<>();
        for (Trial.Identity identity : tried.reversed()) {
            if (known.size() < ReturnsStore.MOST_TRIALS) {
                returns.apply(identity).ifPresent(known::add);
            }
        }
        double[][] correlations = ReturnSeries.correlations(known);
        double independent = Math.max(EffectiveRank.of(correlations), SingleLinkage.groups(correlations));
        return independent + tried.size() - known.size();
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
