package io.github.parallelvalidation.data;

/// What a column of a file means: 0 to 4 for open, high, low, close and volume, then the times.
final class Roles {
    static final int OPEN = 0;
    static final int HIGH = 1;
    static final int LOW = 2;
    static final int CLOSE = 3;
    static final int VOLUME = 4;
    static final int TIME = 5;
    /// The clock time, where the column [#TIME] holds only the day.
    static final int CLOCK = 6;

    static final int OTHER = -1;

    /// How many roles are values: open to volume.
    static final int VALUES = 5;

    private static final String[] NAMES = {"open", "high", "low", "close", "volume", "timestamp", "time of day"};

    private Roles() {}

    static String name(int role) {
        return NAMES[role];
    }
}
