package io.github.parallelvalidation.data;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Bars by formula, in every form the tests need. The Parquet files of the tests hold the same.
public final class Formula {
    static final long START = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    static final long HOUR = 3_600_000;
    static final Lookback ALL = new Lookback(Period.ofYears(40), 0);

    private Formula() {}

    /// Open, high, low, close, volume.
    static double[] bar(int i) {
        double open = 100 + (i * 104729L % 97) / 10.0;
        double close = 100 + (i * 7919L % 101) / 10.0;
        return new double[] {
            open, Math.max(open, close) + 1 + i % 3, Math.min(open, close) - 1 - i % 2, close, 1000 + i * 31 % 17
        };
    }

    static long time(int i) {
        return START + i * HOUR;
    }

    static Bars bars(int length) {
        long[] time = new long[length];
        double[][] values = new double[5][length];
        for (int i = 0; i < length; i++) {
            time[i] = time(i);
            double[] bar = bar(i);
            for (int j = 0; j < 5; j++) {
                values[j][i] = bar[j];
            }
        }
        return new Bars("TEST", Timeframe.H1, "formula", time, values[0], values[1], values[2], values[3], values[4]);
    }

    /// A CSV row in the plainest form.
    static String row(int i) {
        double[] bar = bar(i);
        return "%s,%s,%s,%s,%s,%s".formatted(Instant.ofEpochMilli(time(i)), bar[0], bar[1], bar[2], bar[3], bar[4]);
    }

    public static String csv(int from, int to) {
        List<String> lines = new ArrayList<>(List.of("timestamp,open,high,low,close,volume"));
        for (int i = from; i < to; i++) {
            lines.add(row(i));
        }
        return String.join("\n", lines) + "\n";
    }

    public static Bars load(Path... files) {
        return load(Timeframe.H1, files);
    }

    public static Bars load(Timeframe timeframe, Path... files) {
        return new BarLoader(Optional.empty())
                .load(new BarSource(List.of(files), timeframe), "TEST", timeframe, ALL, Path.of(""));
    }

    /// All numbers of some bars, to compare them.
    static String numbers(Bars bars) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bars.length(); i++) {
            text.append(Instant.ofEpochMilli(bars.time()[i]))
                    .append(' ')
                    .append(bars.open()[i])
                    .append(' ')
                    .append(bars.high()[i])
                    .append(' ')
                    .append(bars.low()[i])
                    .append(' ')
                    .append(bars.close()[i])
                    .append(' ')
                    .append(bars.volume()[i])
                    .append('\n');
        }
        return text.toString();
    }
}
