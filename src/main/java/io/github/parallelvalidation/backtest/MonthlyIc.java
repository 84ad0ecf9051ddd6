package io.github.parallelvalidation.backtest;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ic of each calendar month (UTC) with at least 20 observations. A month in which the score or the
/// return never moves has none: null.
final class MonthlyIc {
    private static final int FEWEST = 20;

    private MonthlyIc() {}

    /// `2025-01` to ic, in order of time.
    static Map<String, @Nullable Double> of(Observations observations) {
        Map<String, @Nullable Double> result = new LinkedHashMap<>();
        int start = 0;
        while (start < observations.count()) {
            YearMonth month = YearMonth.from(
                    Instant.ofEpochMilli(observations.time(start)).atZone(ZoneOffset.UTC));
            long next = month.plusMonths(1)
                    .atDay(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            int end = start;
            while (end < observations.count() && observations.time(end) < next) {
                end++;
            }
            if (end - start >= FEWEST) {
                Ranks score = Ranks.of(Arrays.copyOfRange(observations.score(), start, end));
                double ic = score.correlation(Ranks.of(Arrays.copyOfRange(observations.forward(), start, end)));
                result.put(month.toString(), Double.isNaN(ic) ? null : ic);
            }
            start = end;
        }
        return result;
    }
}
