package io.github.parallelvalidation.backtest;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How much two scores on the same bars say the same.
public final class ScoreAgreement {
    /// Fewer bars in common say nothing about how two scores go together.
    private static final int FEWEST = 30;

    private ScoreAgreement() {}

    /// Spearman's rank correlation over the bars on which both are finite; ties share their mean rank.
    ///
    /// @param one of the same bars as `other`
    /// @return empty where they have fewer than 30 bars in common, or one never changes on these
    public static OptionalDouble rankCorrelation(double[] one, double[] other) {
        int[] common = IntStream.range(0, one.length)
                .filter(bar -> Double.isFinite(one[bar]) && Double.isFinite(other[bar]))
                .toArray();
        if (common.length < FEWEST) {
            return OptionalDouble.empty();
        }
        Ranks ranks = Ranks.of(picked(one, common));
        Ranks others = Ranks.of(picked(other, common));
        return ranks.isConstant() || others.isConstant()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ranks.correlation(others));
    }

    private static double[] picked(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }
}
