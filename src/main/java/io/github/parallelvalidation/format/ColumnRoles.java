package io.github.parallelvalidation.format;

/// Roles of a file's columns: 0 to 4 for open, high, low, close and volume, then the times and the symbol.
public final class ColumnRoles {
    public static final int OPEN = 0;
    public static final int HIGH = 1;
    public static final int LOW = 2;
    public static final int CLOSE = 3;
    public static final int VOLUME = 4;
    public static final int TIME = 5;
    /// The clock time, where the column [#TIME] holds only the day.
    static final int CLOCK = 6;
    /// What the bars are of: the same in all rows.
    static final int SYMBOL = 7;

    public static final int OTHER = -1;

    /// How many roles are values: open to volume.
    public static final int VALUES = 5;

    private static final String[] NAMES = {
        "open", "high", "low", "close", "volume", "timestamp", "time of day", "symbol"
    };

    private ColumnRoles() {}

    public static String name(int role) {
        return NAMES[role];
    }
}
