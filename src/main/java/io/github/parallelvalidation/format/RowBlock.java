package io.github.parallelvalidation.format;

/// A block of rows in columns, filled by a reader.
public final class RowBlock {
    public static final int SIZE = 4096;

    public final long[] time = new long[SIZE];
    public final double[][] values = new double[ColumnRoles.VALUES][SIZE];
    /// Where each row stands in its file: line or row, from 1.
    public final long[] line = new long[SIZE];

    private int length;

    public int length() {
        return length;
    }

    public boolean isFull() {
        return length == SIZE;
    }

    public void clear() {
        length = 0;
    }

    public void setLength(int rows) {
        length = rows;
    }

    /// One more row, whose values are already in the columns at the old length.
    void grow() {
        length++;
    }

    public void add(long at, double[] row, long atLine) {
        time[length] = at;
        for (int i = 0; i < ColumnRoles.VALUES; i++) {
            values[i][length] = row[i];
        }
        line[length] = atLine;
        length++;
    }

    public void reverse() {
        reverse(time);
        reverse(line);
        for (double[] column : values) {
            for (int i = 0, j = length - 1; i < j; i++, j--) {
                double kept = column[i];
                column[i] = column[j];
                column[j] = kept;
            }
        }
    }

    private void reverse(long[] column) {
        for (int i = 0, j = length - 1; i < j; i++, j--) {
            long kept = column[i];
            column[i] = column[j];
            column[j] = kept;
        }
    }

    public void copyFrom(RowBlock other) {
        length = other.length;
        System.arraycopy(other.time, 0, time, 0, length);
        System.arraycopy(other.line, 0, line, 0, length);
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(other.values[i], 0, values[i], 0, length);
        }
    }
}
