package io.github.parallelvalidation.ui.compare;

import io.github.parallelvalidation.compare.ComparedStrategy;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.evidence.EquityCurve;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.picture.SeriesPlot;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.LongStream;
import javafx.scene.Node;

/// The pictures of several strategies over one another.
final class OverlaidSeries {
    /// A century of days.
    private static final int MOST_PLACES = 36_525;

    private OverlaidSeries() {}

    static Node icByMonth(List<ComparedStrategy> strategies) {
        return drawn(
                strategies,
                strategy -> strategy.metrics().series(MetricNames.IC_BY_MONTH),
                known -> all(known, YearMonth::parse, ChronoUnit.MONTHS),
                0,
                ic -> Figures.text(MetricNames.IC, ic));
    }

    static Node equity(List<ComparedStrategy> strategies) {
        return drawn(
                strategies,
                OverlaidSeries::days,
                known -> all(known, LocalDate::parse, ChronoUnit.DAYS),
                1,
                equity -> Figures.text(MetricNames.TOTAL_RETURN, equity - 1));
    }

    private static Node drawn(
            List<ComparedStrategy> strategies,
            Function<ComparedStrategy, Map<String, Double>> values,
            Function<SortedSet<String>, List<String>> withGaps,
            double base,
            DoubleFunction<String> text) {
        List<Map<String, Double>> all = strategies.stream().map(values).toList();
        SortedSet<String> known = new TreeSet<>();
        all.forEach(each -> known.addAll(each.keySet()));
        if (known.isEmpty()) {
            return Parts.paragraph(Texts.of("compare.nothing"), Role.MUTED.style());
        }
        // Years between two strategies take the room that they took in time.
        List<String> places = withGaps.apply(known);
        List<SeriesPlot.Series> series = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Map<String, Double> own = all.get(i);
            series.add(new SeriesPlot.Series(
                    strategies.get(i).id().value(),
                    places.stream()
                            .map(place -> own.getOrDefault(place, Double.NaN))
                            .toList()));
        }
        return new SeriesPlot(places, series, base, text);
    }

    /// All from the first to the last. A worker of one's own may have other names for them, or odd ones.
    static List<String> all(SortedSet<String> known, Function<String, Temporal> parse, ChronoUnit unit) {
        try {
            Temporal first = parse.apply(known.getFirst());
            long count = unit.between(first, parse.apply(known.getLast())) + 1;
            return count < known.size() || count > MOST_PLACES
                    ? List.copyOf(known)
                    : LongStream.range(0, count)
                            .mapToObj(place -> first.plus(place, unit).toString())
                            .toList();
        } catch (DateTimeException otherNames) {
            return List.copyOf(known);
        }
    }

    private static Map<String, Double> days(ComparedStrategy strategy) {
        Map<String, Double> days = new HashMap<>();
        strategy.evidence()
                .equity()
                .map(EquityCurve::points)
                .ifPresent(
                        points -> points.forEach(point -> days.put(point.day().toString(), point.equity())));
        return days;
    }
}
