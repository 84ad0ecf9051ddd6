package io.github.parallelvalidation.trials;

import io.github.parallelvalidation.gate.AnnualSharpe;
import io.github.parallelvalidation.gate.MetricNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.function.Function;

/// Statistics of all trials so far, for the deflated Sharpe ratio.
///
/// @param count number of different variants, at any tier: what L0 discarded was tried as well
/// @param effective how many independent ones they count as, see [TrialGroups#effective]
/// @param dailySharpeVariance variance of the daily Sharpe ratios of those that have one, counted as they are, see
///     [TrialGroups#variance]; empty where no two different trials have one
public record TrialStatistics(int count, double effective, OptionalDouble dailySharpeVariance) {
    /// An annual ratio of 100 is a daily mean more than five standard deviations from 0: not one day of a
    /// thousand years would end on the other side. Lines of old ledgers hold what rounding made of returns that
    /// never change, up to 1e17; a single one would make the spread of all others nothing.
    static final double BEYOND_ALL_RETURNS = 100;

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
        TrialGroups groups = TrialGroups.of(tried, returns);
        return new TrialStatistics(tried.size(), groups.effective(), groups.variance(sharpe));
    }
}
