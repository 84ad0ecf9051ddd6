package io.github.parallelvalidation.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The first rows of a file as text, to decide from the values what the column names leave open.
record Sample(List<List<String>> rows) {
    static final Sample NONE = new Sample(List.of());

    private static final long MINUTE = 60_000L;
    private static final long QUARTER = 15 * MINUTE;
    private static final long DAY = 86_400_000L;

    Sample {
        rows = List.copyOf(rows);
    }

    List<String> column(int column) {
        return rows.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .toList();
    }

    /// Whether a column holds timestamps.
    boolean isTime(int column) {
        List<String> texts = column(column);
        return texts.stream().allMatch(text -> time(text, DayOrder.DAY_FIRST) != TimestampText.NONE)
                || texts.stream().allMatch(text -> time(text, DayOrder.MONTH_FIRST) != TimestampText.NONE);
    }

    /// Whether a column of times holds nothing but midnights.
    boolean isMidnight(int column) {
        return column(column).stream().allMatch(text -> time(text) % DAY == 0);
    }

    /// Whether a column of times says another one in most rows.
    boolean isVaried(int column) {
        return column(column).stream().distinct().count() * 2 > rows.size();
    }

    /// Whether the times of a column stand where bars begin: whole minutes, or quarters of an hour where bars are as
    /// long, and as far apart as these.
    boolean isOnGrid(int column) {
        long[] times = column(column).stream().mapToLong(Sample::time).toArray();
        long apart = 0;
        for (int i = 1; i < times.length; i++) {
            apart = divisor(apart, Math.abs(times[i] - times[i - 1]));
        }
        long grid = apart == 0 ? MINUTE : Math.min(apart, QUARTER);
        return grid >= MINUTE && Arrays.stream(times).allMatch(time -> Math.floorMod(time, grid) == 0);
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }

    boolean isClock(int column) {
        return column(column).stream().allMatch(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new TimestampText().parseClock(bytes, 0, bytes.length) != TimestampText.NONE;
        });
    }

    /// Whether a column has numbers and all of them are 0.
    boolean isZero(int column) {
        return !rows.isEmpty() && column(column).stream().allMatch(text -> number(text) == 0);
    }

    double number(int row, int column) {
        return number(rows.get(row).get(column));
    }

    static double number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return NumberText.parse(bytes, 0, bytes.length, '.');
    }

    /// So few digits are a clock time, or a count.
    private static long time(String text, DayOrder order) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean isShort = text.length() <= 6 && text.chars().allMatch(Character::isDigit);
        return isShort ? TimestampText.NONE : new TimestampText(order).parse(bytes, 0, bytes.length);
    }

    static boolean isTime(String text) {
        return time(text) != TimestampText.NONE;
    }

    /// Epoch milliseconds, with the day first wherever that can be, or [TimestampText#NONE].
    static long time(String text) {
        long time = time(text, DayOrder.DAY_FIRST);
        return time == TimestampText.NONE ? time(text, DayOrder.MONTH_FIRST) : time;
    }
}
