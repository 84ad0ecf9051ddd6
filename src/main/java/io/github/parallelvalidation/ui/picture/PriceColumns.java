package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.evidence.PriceBars;

/// The lowest and highest price and the largest volume within each column of a picture that has fewer columns than
/// bars: no spike is lost, however many bars a column stands for.
final class PriceColumns {
    private final int from;
    private final int bars;
    private final double[] low;
    private final double[] high;
    private final double[] volume;

    private PriceColumns(int from, int bars, int columns) {
        this.from = from;
        this.bars = bars;
        low = new double[columns];
        high = new double[columns];
        volume = new double[columns];
    }

    /// @param most columns that there is room for; where there are fewer bars, each has its own
    static PriceColumns of(PriceBars prices, BarRange shown, int most) {
        int from = shown.first();
        int bars = shown.end() - from;
        PriceColumns columns = new PriceColumns(from, bars, Math.min(bars, Math.max(1, most)));
        for (int column = 0; column < columns.count(); column++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double volume = 0;
            for (int bar = columns.first(column); bar < columns.first(column + 1); bar++) {
                low = Math.min(low, prices.low(bar));
                high = Math.max(high, prices.high(bar));
                volume = Math.max(volume, prices.volume(bar));
            }
            columns.low[column] = low;
            columns.high[column] = high;
            columns.volume[column] = volume;
        }
        return columns;
    }

    int count() {
        return low.length;
    }

    /// The first bar of a column.
    int first(int column) {
        return from + (int) ((long) column * bars / low.length);
    }

    double low(int column) {
        return low[column];
    }

    double high(int column) {
        return high[column];
    }

    double volume(int column) {
        return volume[column];
    }

    double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (double each : low) {
            lowest = Math.min(lowest, each);
        }
        return lowest;
    }

    double highest() {
        double highest = Double.NEGATIVE_INFINITY;
        for (double each : high) {
            highest = Math.max(highest, each);
        }
        return highest;
    }

    double largestVolume() {
        double largest = 0;
        for (double each : volume) {
            largest = Math.max(largest, each);
        }
        return largest;
    }
}
