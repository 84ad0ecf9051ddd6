package io.github.parallelvalidation.ui.compare;

import io.github.parallelvalidation.compare.ComparedStrategy;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.evidence.EquityCurve;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.picture.SeriesPlot;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.scene.Node;

/// The pictures of several strategies over one another.
final class OverlaidSeries {
    private OverlaidSeries() {}

    static Node icByMonth(List<ComparedStrategy> strategies) {
        return drawn(
                strategies,
                strategy -> strategy.metrics().series(MetricNames.IC_BY_MONTH),
                0,
                ic -> Texts.of("compare.months.ic", Figures.text(MetricNames.IC, ic)));
    }

    static Node equity(List<ComparedStrategy> strategies) {
        return drawn(strategies, OverlaidSeries::days, 1, equity -> Figures.text(MetricNames.TOTAL_RETURN, equity - 1));
    }

    private static Node drawn(
            List<ComparedStrategy> strategies,
            Function<ComparedStrategy, Map<String, Double>> values,
            double base,
            DoubleFunction<String> text) {
        List<Map<String, Double>> all = strategies.stream().map(values).toList();
        TreeSet<String> places = new TreeSet<>();
        all.forEach(each -> places.addAll(each.keySet()));
        if (places.isEmpty()) {
            return Parts.paragraph(Texts.of("compare.nothing"), Role.MUTED.style());
        }
        List<SeriesPlot.Series> series = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Map<String, Double> own = all.get(i);
            series.add(new SeriesPlot.Series(
                    strategies.get(i).id().value(),
                    places.stream()
                            .map(place -> own.getOrDefault(place, Double.NaN))
                            .toList()));
        }
        return new SeriesPlot(List.copyOf(places), series, base, text);
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
