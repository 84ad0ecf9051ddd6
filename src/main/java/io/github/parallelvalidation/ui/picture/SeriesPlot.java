package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Draws the values of several series over one another; a value that is not known is left out.
public final class SeriesPlot extends VBox {
    private static final double HEIGHT = 160;

    /// One of the series.
    ///
    /// @param values as many as there are places; NaN where there is none
    public record Series(String name, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /// @param places the names of what stands side by side: days or months; at least one
    /// @param base the value at which a level is drawn
    /// @param text writes a value
    public SeriesPlot(List<String> places, List<Series> all, double base, DoubleFunction<String> text) {
        super(Parts.HALF);
        double least = base;
        double most = base;
        for (Series series : all) {
            for (double value : series.values()) {
                least = Double.isNaN(value) ? least : Math.min(least, value);
                most = Double.isNaN(value) ? most : Math.max(most, value);
            }
        }
        double low = least;
        double range = most > least ? most - least : 1;
        Plot plot = new Plot(HEIGHT);
        Node scaled = ValueAxis.beside(plot, low, low + range, (value, _) -> text.apply(value));
        plot.level("plot-zero", (base - low) / range);
        for (int number = 0; number < all.size(); number++) {
            List<Double> values = all.get(number).values();
            int[] known = IntStream.range(0, values.size())
                    .filter(place -> !values.get(place).isNaN())
                    .toArray();
            double[] across = new double[known.length];
            double[] up = new double[known.length];
            for (int i = 0; i < known.length; i++) {
                across[i] = (known[i] + 0.5) / places.size();
                up[i] = (values.get(known[i]) - low) / range;
            }
            plot.line(style(number), across, up);
        }
        Label reading = Parts.paragraph("%s – %s".formatted(places.getFirst(), places.getLast()), Role.MUTED.style());
        plot.cursor(
                places.size(),
                place -> places.get(place)
                        + all.stream()
                                .map(series -> series.name() + " "
                                        + (series.values().get(place).isNaN()
                                                ? "–"
                                                : text.apply(series.values().get(place))))
                                .collect(Collectors.joining(" · ", ": ", "")),
                reading);
        getChildren().addAll(scaled, reading);
        setAccessibleText(all.stream().map(Series::name).collect(Collectors.joining(", ")));
    }

    /// The style class of the lines and the swatch of a series, which has its own colour and its own dashes.
    ///
    /// @param number from 0
    public static String style(int number) {
        return "series-" + (number + 1);
    }
}
