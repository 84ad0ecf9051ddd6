package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Draws a few values one beside the other, above and below 0.
public final class BarsPlot extends VBox {
    private static final double HEIGHT = 72;

    /// @param named each value by its name, in order; not empty
    /// @param what the names are of: "months"
    /// @param text writes a value
    public BarsPlot(Map<String, Double> named, String what, DoubleFunction<String> text) {
        super(Parts.HALF);
        Plot plot = new Plot(HEIGHT);
        List<Map.Entry<String, Double>> values = List.copyOf(named.entrySet());
        DoubleSummaryStatistics all =
                values.stream().mapToDouble(Map.Entry::getValue).summaryStatistics();
        double most = Math.max(0, all.getMax());
        double least = Math.min(0, all.getMin());
        double range = most > least ? most - least : 1;
        double zero = -least / range;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i).getValue();
            plot.bar(
                    value < 0 ? "plot-below" : "plot-above",
                    (double) i / values.size(),
                    (i + 1.0) / values.size(),
                    zero,
                    (value - least) / range);
        }
        plot.level("plot-zero", zero);
        long above = values.stream().filter(each -> each.getValue() > 0).count();
        Label reading = Parts.paragraph(
                Texts.of(
                        "picture.bars", above, values.size(), what, text.apply(all.getMin()), text.apply(all.getMax())),
                Role.MUTED.style());
        plot.cursor(
                values.size(),
                place -> values.get(place).getKey() + ": "
                        + text.apply(values.get(place).getValue()),
                reading);
        getChildren()
                .addAll(
                        plot,
                        Parts.row(
                                0,
                                Parts.label(values.getFirst().getKey(), "plot-text", Role.MUTED.style()),
                                Parts.gap(),
                                Parts.label(values.getLast().getKey(), "plot-text", Role.MUTED.style())),
                        reading);
        setAccessibleText(reading.getText());
    }
}
