package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Evaluation;
import io.github.parallelvalidation.strategy.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Tells a score that varies from one that is constant but for the rounding of the arithmetic that made it, such as
/// `log(close) - log(2 * close)`.
///
/// The score is computed again with every operation disturbed, and each bar's value is only known to lie as near as
/// those come to it. Where one value is possible on all bars, the score is constant.
final class ScoreRounding {
    private static final int PROBES = 3;

    /// What a program writes has passed through one operation that we know of.
    private static final double PROGRAM_ROUNDING = 1e-12;

    private final List<Evaluation> probes;
    private final int start;
    private final double[] distance;

    ScoreRounding(Strategy strategy, MarketWorlds market) {
        int bars = market.real().length();
        this.start = market.start();
        this.probes = strategy.program().isPresent()
                ? List.of()
                : IntStream.range(0, PROBES)
                        .mapToObj(probe -> strategy.disturbed(bars, probe))
                        .toList();
        this.distance = new double[bars];
    }

    /// @param observations of this score
    boolean isConstant(Bars bars, double[] score, Observations observations) {
        return probes.isEmpty() ? isRounded(observations) : isOneValuePossible(bars, score, observations);
    }

    private boolean isRounded(Observations observations) {
        double largest = 0;
        for (int i = 0; i < observations.count(); i++) {
            largest = Math.max(largest, Math.abs(observations.score()[i]));
        }
        return observations.scoreSpread() <= PROGRAM_ROUNDING * largest;
    }

    private boolean isOneValuePossible(Bars bars, double[] score, Observations observations) {
        Arrays.fill(distance, 0);
        for (Evaluation probe : probes) {
            double[] disturbed = probe.on(bars).score();
            for (int t = 0; t < distance.length; t++) {
                distance[t] += Math.abs(disturbed[t] - score[t]);
            }
        }
        double highestLeast = Double.NEGATIVE_INFINITY;
        double lowestLargest = Double.POSITIVE_INFINITY;
        for (int t = start; t < start + observations.most(); t++) {
            // Neither a missing score nor one that is missing when disturbed says anything.
            if (Double.isFinite(score[t]) && Double.isFinite(distance[t])) {
                highestLeast = Math.max(highestLeast, score[t] - distance[t]);
                lowestLargest = Math.min(lowestLargest, score[t] + distance[t]);
            }
        }
        return highestLeast <= lowestLargest;
    }
}
