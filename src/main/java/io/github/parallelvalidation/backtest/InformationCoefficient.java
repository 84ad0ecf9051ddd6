package io.github.parallelvalidation.backtest;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Spearman's rank correlation of score and forward return over time; ties take their average rank.
final class InformationCoefficient {
    private static final int FEWEST_IN_A_MONTH = 20;

    private InformationCoefficient() {}

    /// Empty where score or return is the same throughout.
    static OptionalDouble of(double[] score, double[] forward) {
        return of(Ranks.centred(score), Ranks.centred(forward));
    }

    static OptionalDouble of(long[] score, long[] forward) {
        double scale = scale(score, forward);
        return scale == 0 ? OptionalDouble.empty() : OptionalDouble.of(Ranks.sumOfProducts(score, forward) / scale);
    }

    /// What a sum of rank products is divided by to be a correlation.
    static double scale(long[] score, long[] forward) {
        return Math.sqrt((double) Ranks.sumOfSquares(score)) * Math.sqrt((double) Ranks.sumOfSquares(forward));
    }

    /// The coefficient of each calendar month (UTC) with 20 observations or more; null where
    /// score or return is the same throughout the month.
    static Map<String, @Nullable Double> byMonth(Observations seen) {
        Map<String, @Nullable Double> months = new TreeMap<>();
        int first = 0;
        for (int i = 1; i <= seen.size(); i++) {
            if (i == seen.size() || !month(seen, i).equals(month(seen, first))) {
                if (i - first >= FEWEST_IN_A_MONTH) {
                    String name = month(seen, first).toString();
                    OptionalDouble ic = of(
                            Arrays.copyOfRange(seen.score(), first, i), Arrays.copyOfRange(seen.forward(), first, i));
                    months.put(name, ic.isPresent() ? ic.getAsDouble() : null);
                }
                first = i;
            }
        }
        return months;
    }

    private static YearMonth month(Observations seen, int i) {
        return YearMonth.from(Instant.ofEpochMilli(seen.time()[i]).atOffset(ZoneOffset.UTC));
    }
}
