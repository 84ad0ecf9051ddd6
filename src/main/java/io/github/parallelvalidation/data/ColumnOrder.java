package io.github.parallelvalidation.data;

import java.util.Optional;

/// Whether rows whose columns have no names can be what they are taken for: open, high, low, close and volume in this
/// order. Exchanges have many others, and most of them show in the numbers.
final class ColumnOrder {
    private ColumnOrder() {}

    /// What speaks against the order, as half a sentence, or empty.
    static Optional<String> complaint(RowBlock rows) {
        double[] open = rows.values[Roles.OPEN];
        double[] high = rows.values[Roles.HIGH];
        double[] low = rows.values[Roles.LOW];
        double[] close = rows.values[Roles.CLOSE];
        double[] volume = rows.values[Roles.VOLUME];
        boolean isPrice = true;
        boolean isFlat = true;
        for (int i = 0; i < rows.length(); i++) {
            if (!(low[i] > 0 && low[i] <= Math.min(open[i], close[i]) && high[i] >= Math.max(open[i], close[i]))) {
                return Optional.of("the third value is not always the highest, or the fourth not the lowest");
            }
            isPrice &= low[i] <= volume[i] && volume[i] <= high[i];
            isFlat &= low[i] == high[i];
        }
        if (rows.length() > 1 && isPrice && !isFlat) {
            return Optional.of("the sixth value is always between low and high, as an average price would be");
        }
        return isTurned(rows) ? Optional.of("each bar begins where the next one ends: open and close are exchanged") : Optional.empty();
    }

    /// Bars mostly open where the last one closed.
    private static boolean isTurned(RowBlock rows) {
        double[] open = rows.values[Roles.OPEN];
        double[] close = rows.values[Roles.CLOSE];
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
