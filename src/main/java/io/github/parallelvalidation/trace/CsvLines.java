package io.github.parallelvalidation.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Builds the lines of a CSV file: times of bars, numbers that read back as what they were, empty cells for
/// what is not known. A window has thousands of lines, and a strategy is judged in milliseconds: what the cell
/// above or another day has already is not made again.
final class CsvLines {
    private static final long DAY = 86_400_000;
    private static final int MINUTE = 60_000;
    private static final int MINUTES = 1440;

    private final StringBuilder text;
    private int cell;
    /// By cell of a line, as bits: while a strategy has no position its equity stays.
    private final long[] numbers;
    private final String[] numberTexts;
    private long day = Long.MIN_VALUE;
    private String date = "";
    /// By minute of a day.
    private final @Nullable String[] times = new String[MINUTES];

    /// @param length about that of all lines
    CsvLines(String header, int length) {
        text = new StringBuilder(header.length() + 1 + length).append(header).append('\n');
        int cells = header.split(",", -1).length;
        numbers = new long[cells];
        numberTexts = new String[cells];
        Arrays.fill(numberTexts, "0.0");
    }

    /// As [Instant] writes it: `2023-07-01T00:00:00Z`.
    CsvLines time(long millis) {
        next();
        long today = Math.floorDiv(millis, DAY);
        int rest = (int) Math.floorMod(millis, DAY);
        if (rest % MINUTE != 0) {
            text.append(Instant.ofEpochMilli(millis));
            return this;
        }
        if (today != day) {
            day = today;
            date = LocalDate.ofEpochDay(today).toString();
        }
        text.append(date).append(time(rest / MINUTE));
        return this;
    }

    private String time(int minute) {
        String known = times[minute];
        if (known == null) {
            known = Instant.ofEpochMilli((long) minute * MINUTE).toString().substring("1970-01-01".length());
            times[minute] = known;
        }
        return known;
    }

    /// The shortest decimal that reads back as the same number; nothing where it is not finite.
    CsvLines number(double value) {
        int place = cell;
        next();
        long bits = Double.doubleToRawLongBits(value);
        if (bits != numbers[place]) {
            numbers[place] = bits;
            numberTexts[place] = Double.isFinite(value) ? Double.toString(value) : "";
        }
        text.append(numberTexts[place]);
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
        if (cell > 0) {
            text.append(',');
        }
        cell++;
    }

    void end() {
        text.append('\n');
        cell = 0;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
