package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.ColumnRoles;

/// Some bars in columns.
final class Columns {
    private final long[] time;
    private final double[][] values;
    private final Times repeated = new Times();

    Columns(int length) {
        time = new long[length];
        values = new double[ColumnRoles.VALUES][length];
    }

    /// Open times.
    long[] time() {
        return time;
    }

    /// By [ColumnRoles], open to volume.
    double[] values(int role) {
        return values[role];
    }

    /// Times of rows that were dropped because they repeated a bar.
    Times repeated() {
        return repeated;
    }

    /// Hands the bars on one by one.
    void into(BarSink sink) {
        for (int i = 0; i < repeated.length(); i++) {
            sink.duplicate(repeated.get(i));
        }
        for (int i = 0; i < time.length; i++) {
            sink.add(time[i], values[0][i], values[1][i], values[2][i], values[3][i], values[4][i]);
        }
    }
}
