package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import javafx.scene.layout.VBox;

/// Draws one value for each month, above and below 0.
public final class MonthsPlot extends VBox {
    private static final double HEIGHT = 72;

    /// @param months `2025-01` to its value, in order
    /// @param text writes a value
    public MonthsPlot(Map<String, Double> months, DoubleFunction<String> text) {
        super(Parts.HALF);
        Plot plot = new Plot(HEIGHT);
        List<Map.Entry<String, Double>> values = List.copyOf(months.entrySet());
        double most = values.stream().mapToDouble(Map.Entry::getValue).reduce(0, Math::max);
        double least = values.stream().mapToDouble(Map.Entry::getValue).reduce(0, Math::min);
        double range = most > least ? most - least : 1;
        double zero = -least / range;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i).getValue();
            plot.bar(
                    value < 0 ? "plot-below" : "plot-above",
                    (double) i / values.size(),
                    (i + 1.0) / values.size(),
                    zero,
                    (value - least) / range,
                    values.get(i).getKey() + ": " + text.apply(value));
        }
        plot.level("plot-zero", zero);
        long above = values.stream().filter(month -> month.getValue() > 0).count();
        getChildren()
                .addAll(
                        plot,
                        Parts.row(
                                0,
                                Parts.label(values.getFirst().getKey(), "plot-text", Role.MUTED.style()),
                                Parts.gap(),
                                Parts.label(values.getLast().getKey(), "plot-text", Role.MUTED.style())),
                        Parts.paragraph(
                                "Above 0 in %d of %d months; from %s to %s."
                                        .formatted(
                                                above,
                                                values.size(),
                                                text.apply(values.stream()
                                                        .mapToDouble(Map.Entry::getValue)
                                                        .min()
                                                        .orElse(0)),
                                                text.apply(values.stream()
                                                        .mapToDouble(Map.Entry::getValue)
                                                        .max()
                                                        .orElse(0))),
                                Role.MUTED.style()));
    }
}
