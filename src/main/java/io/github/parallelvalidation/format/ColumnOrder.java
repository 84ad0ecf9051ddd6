package io.github.parallelvalidation.format;

import java.util.Optional;

/// Checks whether unnamed columns can be open, high, low, close and volume in this order. Exchanges use many others,
/// and most of them show in the numbers.
final class ColumnOrder {
    private ColumnOrder() {}

    /// What speaks against the order, as half a sentence, or empty. A few impossible bars do not; they are refused
    /// later, each for itself.
    static Optional<String> complaint(RowBlock rows) {
        double[] open = rows.values[ColumnRoles.OPEN];
        double[] high = rows.values[ColumnRoles.HIGH];
        double[] low = rows.values[ColumnRoles.LOW];
        double[] close = rows.values[ColumnRoles.CLOSE];
        double[] volume = rows.values[ColumnRoles.VOLUME];
        int possible = 0;
        int priced = 0;
        for (int i = 0; i < rows.length(); i++) {
            boolean isPossible = low[i] <= Math.min(open[i], close[i]) && high[i] >= Math.max(open[i], close[i]);
            possible += isPossible ? 1 : 0;
            priced += isPossible && low[i] < high[i] && low[i] <= volume[i] && volume[i] <= high[i] ? 1 : 0;
        }
        if (possible * 2 < rows.length()) {
            return Optional.of("the third value is mostly not the highest, or the fourth not the lowest");
        }
        if (rows.length() > 1 && priced * 10 >= rows.length() * 9) {
            return Optional.of("the sixth value is mostly between low and high, as an average price would be");
        }
        return Optional.empty();
    }

    /// Whether open and close are exchanged: bars mostly open where the last one closed.
    static boolean isExchanged(RowBlock rows) {
        double[] open = rows.values[ColumnRoles.OPEN];
        double[] close = rows.values[ColumnRoles.CLOSE];
        double asSaid = 0;
        double exchanged = 0;
        int last = rows.length() - 1;
        boolean isNewestFirst = last > 0 && rows.time[last] < rows.time[0];
        for (int i = 0; i < last; i++) {
            int before = isNewestFirst ? i + 1 : i;
            int after = isNewestFirst ? i : i + 1;
            asSaid += Math.abs(open[after] - close[before]);
            exchanged += Math.abs(close[after] - open[before]);
        }
        return exchanged < asSaid / 4;
    }
}
