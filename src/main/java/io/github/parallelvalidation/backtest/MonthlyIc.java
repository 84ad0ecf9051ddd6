package io.github.parallelvalidation.backtest;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The information coefficient of each calendar month (UTC) with at least 20 observations; null for a month in which
/// score or return is constant.
final class MonthlyIc {
    private static final int FEWEST = 20;

    private MonthlyIc() {}

    /// `2025-01` to ic, in order of time.
    ///
    /// @param scores of the observations
    static Map<String, @Nullable Double> of(Observations observations, double[] scores) {
        List<YearMonth> months = new ArrayList<>();
        int[] bounds = bounds(observations, months);
        Ranks score = new Ranks(observations.count());
        Ranks forward = new Ranks(observations.count());
        Map<String, @Nullable Double> result = new LinkedHashMap<>();
        for (int i = 0; i < months.size(); i++) {
            if (bounds[i + 1] - bounds[i] >= FEWEST) {
                double ic = score.rank(scores, bounds[i], bounds[i + 1])
                        .correlation(forward.rank(observations.forward(), bounds[i], bounds[i + 1]));
                result.put(months.get(i).toString(), Double.isNaN(ic) ? null : ic);
            }
        }
        return result;
    }

    /// Where each month begins, and where the last one ends.
    private static int[] bounds(Observations observations, List<YearMonth> months) {
        List<Integer> bounds = new ArrayList<>();
        long next = Long.MIN_VALUE;
        for (int i = 0; i < observations.count(); i++) {
            if (observations.time(i) >= next) {
                YearMonth month = YearMonth.from(
                        Instant.ofEpochMilli(observations.time(i)).atZone(ZoneOffset.UTC));
                months.add(month);
                bounds.add(i);
                next = month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
            }
        }
        bounds.add(observations.count());
        return bounds.stream().mapToInt(Integer::intValue).toArray();
    }
}
