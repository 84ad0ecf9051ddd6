package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.trace.EquityMarks;
import io.github.parallelvalidation.trials.ReturnSeries;
import io.github.parallelvalidation.trials.ReturnsFile;
import io.github.parallelvalidation.workspace.ProblemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The equity of a strategy at the end of each day (UTC), costs included; it begins at 1.
public record EquityCurve(List<Point> points) {
    /// The column of the strategy itself, all numbers as they are.
    private static final String OWN = "1";

    /// Two ways to add up the same gains differ by rounding alone.
    private static final double ROUNDING = 1e-6;

    public EquityCurve {
        points = List.copyOf(points);
    }

    /// @param drawdown share of the largest equity so far that is lost; where each close of the day is known,
    ///     at the one where it is largest
    /// @param holding what buying at the beginning and holding had made by then, without costs; NaN where that
    ///     is not known
    public record Point(LocalDate day, double equity, double drawdown, double holding) {}

    /// @param totalReturn of the result that is shown
    /// @return empty where there is no file, or one of another result
    static Optional<EquityCurve> read(Path file, OptionalDouble totalReturn) {
        try {
            return ReturnsFile.read(file)
                    .flatMap(series -> Optional.ofNullable(series.get(OWN)))
                    .map(EquityCurve::of)
                    .filter(curve -> totalReturn.isPresent()
                            && Math.abs(curve.totalReturn() - totalReturn.getAsDouble()) <= ROUNDING);
        } catch (ProblemException another) {
            // It was read when the results were accepted: what cannot be read now is not that file.
            return Optional.empty();
        }
    }

    static EquityCurve of(ReturnSeries returns) {
        List<Point> points = new ArrayList<>();
        double equity = 1;
        double most = 1;
        for (int i = 0; i < returns.count(); i++) {
            equity *= 1 + returns.value(i);
            most = Math.max(most, equity);
            points.add(new Point(LocalDate.ofEpochDay(returns.day(i)), equity, 1 - equity / most, Double.NaN));
        }
        return new EquityCurve(points);
    }

    static EquityCurve of(EquityMarks marks) {
        List<Point> points = new ArrayList<>();
        double[] drawdowns = marks.drawdowns();
        double deepest = 0;
        for (int i = 0; i < marks.count(); i++) {
            LocalDate day = LocalDate.ofInstant(marks.time(i), ZoneOffset.UTC);
            boolean isLast = i + 1 == marks.count()
                    || !LocalDate.ofInstant(marks.time(i + 1), ZoneOffset.UTC).equals(day);
            deepest = Math.max(deepest, drawdowns[i]);
            if (isLast) {
                points.add(new Point(day, marks.equity(i), deepest, marks.holding(i)));
                deepest = 0;
            }
        }
        return new EquityCurve(points);
    }

    public boolean hasHolding() {
        return !points.isEmpty() && points.stream().noneMatch(point -> Double.isNaN(point.holding()));
    }

    public double totalReturn() {
        return points.isEmpty() ? 0 : points.getLast().equity() - 1;
    }

    /// The return of each month that has a day.
    public Map<YearMonth, Double> months() {
        Map<YearMonth, Double> months = new TreeMap<>();
        double before = 1;
        for (int i = 0; i < points.size(); i++) {
            YearMonth month = YearMonth.from(points.get(i).day());
            boolean isLast = i + 1 == points.size()
                    || !YearMonth.from(points.get(i + 1).day()).equals(month);
            if (isLast) {
                months.put(month, before == 0 ? 0 : points.get(i).equity() / before - 1);
                before = points.get(i).equity();
            }
        }
        return months;
    }
}
