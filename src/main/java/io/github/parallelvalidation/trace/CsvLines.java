package io.github.parallelvalidation.trace;

import java.time.Instant;
import java.time.LocalDate;

/// Builds the lines of a CSV file: times of bars, numbers that read back as what they were, empty cells for
/// what is not known. A window has thousands of lines, and a strategy is judged in milliseconds.
final class CsvLines {
    private static final long DAY = 86_400_000;
    private static final int MINUTE = 60;

    private final StringBuilder text;
    private boolean begun;
    private long day = Long.MIN_VALUE;
    private String date = "";

    /// @param length about that of all lines
    CsvLines(String header, int length) {
        text = new StringBuilder(header.length() + 1 + length).append(header).append('\n');
    }

    /// As [Instant] writes it: `2023-07-01T00:00:00Z`.
    CsvLines time(long millis) {
        next();
        long today = Math.floorDiv(millis, DAY);
        int rest = (int) Math.floorMod(millis, DAY);
        if (rest % 1000 != 0) {
            text.append(Instant.ofEpochMilli(millis));
            return this;
        }
        if (today != day) {
            day = today;
            date = LocalDate.ofEpochDay(today) + "T";
        }
        int seconds = rest / 1000;
        text.append(date);
        two(seconds / (MINUTE * MINUTE));
        text.append(':');
        two(seconds / MINUTE % MINUTE);
        text.append(':');
        two(seconds % MINUTE);
        text.append('Z');
        return this;
    }

    private void two(int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /// The shortest decimal that reads back as the same number; nothing where it is not finite.
    CsvLines number(double value) {
        next();
        if (Double.isFinite(value)) {
            text.append(value);
        }
        return this;
    }

    CsvLines whole(int value) {
        next();
        text.append(value);
        return this;
    }

    /// @param word without commas, quotes and line ends
    CsvLines word(String word) {
        next();
        text.append(word);
        return this;
    }

    private void next() {
        if (begun) {
            text.append(',');
        }
        begun = true;
    }

    void end() {
        text.append('\n');
        begun = false;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
