package io.github.parallelvalidation.trace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `L1_equity.csv`: a line for each close of the window.
///
/// A year of hours is 8,760 lines and half a megabyte. Of a window of more than 50,000 closes (a year of a
/// quarter of an hour fits) only every second, third … is written, and besides these the peak and the trough of
/// the deepest drawdown and the last: total return and largest drawdown are in every file.
public final class EquityFile {
    public static final String NAME = "L1_equity.csv";

    static final int MOST_LINES = 50_000;

    private static final String TIME = "time";
    private static final String EQUITY = "equity";
    private static final String POSITION = "position";
    private static final String HOLDING = "holding";
    private static final int LINE = 64;

    private EquityFile() {}

    public static String text(EquityMarks marks) {
        int step = Math.max(1, Math.ceilDiv(marks.count(), MOST_LINES));
        Deepest deepest = Deepest.of(marks);
        CsvLines lines = new CsvLines(
                String.join(",", List.of(TIME, EQUITY, POSITION, HOLDING)), marks.count() / step * LINE + LINE);
        for (int i = 0; i < marks.count(); i++) {
            if (i % step == 0 || i == marks.count() - 1 || i == deepest.peak() || i == deepest.trough()) {
                lines.time(marks.millis(i)).number(marks.equity(i));
                position(lines, marks.position(i)).number(marks.holding(i)).end();
            }
        }
        return lines.toString();
    }

    private static CsvLines position(CsvLines lines, double position) {
        return position == Math.rint(position) ? lines.whole((int) position) : lines.number(position);
    }

    /// Where the deepest drawdown begins and where it is deepest.
    private record Deepest(int peak, int trough) {
        static Deepest of(EquityMarks marks) {
            double[] drawdowns = marks.drawdowns();
            int highest = 0;
            Deepest deepest = new Deepest(0, 0);
            for (int i = 0; i < drawdowns.length; i++) {
                highest = marks.equity(i) > marks.equity(highest) ? i : highest;
                deepest = drawdowns[i] > drawdowns[deepest.trough] ? new Deepest(highest, i) : deepest;
            }
            return deepest;
        }
    }

    /// The marks of a file; empty where there is no file. A worker may leave out position and holding.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when it is not of this form
    public static Optional<EquityMarks> read(Path file) {
        return CsvRows.read(file, List.of(TIME, EQUITY)).map(rows -> {
            long[] time = new long[rows.count()];
            double[] equity = new double[rows.count()];
            double[] position = new double[rows.count()];
            double[] holding = new double[rows.count()];
            int[] next = {0};
            rows.forEach(row -> {
                int i = next[0]++;
                time[i] = row.laterTime(TIME).toEpochMilli();
                equity[i] = row.needed(EQUITY, row.amount(EQUITY));
                position[i] = row.number(POSITION).orElse(Double.NaN);
                holding[i] = row.amount(HOLDING).orElse(Double.NaN);
            });
            return new EquityMarks(time, equity, position, holding);
        });
    }
}
