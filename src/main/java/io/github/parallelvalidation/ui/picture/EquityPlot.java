package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.evidence.EquityCurve;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Draws the equity beside that of holding, and under it how much of the largest so far is lost.
public final class EquityPlot extends VBox {
    private static final double EQUITY_HEIGHT = 132;
    private static final double DRAWDOWN_HEIGHT = 48;

    /// @param curve with at least two days
    public EquityPlot(EquityCurve curve) {
        super(Parts.HALF);
        List<EquityCurve.Point> points = curve.points();
        boolean hasHolding = curve.hasHolding();
        DoubleSummaryStatistics range = DoubleStream.concat(
                        DoubleStream.of(1),
                        points.stream()
                                .flatMapToDouble(point -> hasHolding
                                        ? DoubleStream.of(point.equity(), point.holding())
                                        : DoubleStream.of(point.equity())))
                .summaryStatistics();
        double least = range.getMin();
        double wide = range.getMax() > least ? range.getMax() - least : 1;
        double deepest = deepest(points);
        double scale = Math.max(deepest, 1e-9);
        double[] across = new double[points.size()];
        Arrays.setAll(across, i -> (i + 0.5) / across.length);
        Plot upper = new Plot(EQUITY_HEIGHT);
        Node scaled = ValueAxis.beside(upper, least, least + wide, (equity, decimals) -> percent(equity - 1, decimals));
        upper.level("plot-zero", (1 - least) / wide);
        if (hasHolding) {
            upper.line("plot-holding", across, up(points, point -> (point.holding() - least) / wide));
        }
        upper.line("plot-equity", across, up(points, point -> (point.equity() - least) / wide));
        Plot lower = new Plot(DRAWDOWN_HEIGHT);
        Node scaledLower = ValueAxis.beside(lower, -deepest, 0, EquityPlot::percent);
        lower.level("plot-zero", 1).line("plot-drawdown", across, up(points, point -> 1 - point.drawdown() / scale));
        String sentence = sentence(points, deepest);
        Label reading = Parts.paragraph(sentence, "figures", Role.MUTED.style());
        upper.cursor(points.size(), place -> words(points.get(place)), reading);
        lower.cursor(points.size(), place -> words(points.get(place)), reading);
        FlowPane legend = new FlowPane(Parts.DOUBLE, 2, entry("plot-equity", Texts.of("picture.equity.line")));
        if (hasHolding) {
            legend.getChildren().add(entry("plot-holding", Texts.of("picture.equity.holding.line")));
        }
        legend.getChildren().add(entry("plot-drawdown", Texts.of("picture.equity.drawdown.line")));
        getChildren().addAll(scaled, scaledLower, legend, reading);
        setAccessibleText(sentence);
    }

    private static double[] up(List<EquityCurve.Point> points, ToDoubleFunction<EquityCurve.Point> share) {
        return points.stream().mapToDouble(share).toArray();
    }

    private static Region entry(String style, String words) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style);
        return Parts.row(Parts.HALF, swatch, Parts.label(words, "plot-text"));
    }

    private static String words(EquityCurve.Point point) {
        String below = Figures.percent(point.drawdown(), 1);
        return Double.isNaN(point.holding())
                ? Texts.of("picture.equity.day", point.day(), gain(point.equity()), below)
                : Texts.of(
                        "picture.equity.day.holding", point.day(), gain(point.equity()), gain(point.holding()), below);
    }

    private static String gain(double equity) {
        return Figures.percent(equity - 1, 1);
    }

    /// @param decimals of the fraction
    private static String percent(double fraction, int decimals) {
        return Figures.percent(fraction, Math.max(0, decimals - 2));
    }

    private static double deepest(List<EquityCurve.Point> points) {
        return points.stream().mapToDouble(EquityCurve.Point::drawdown).reduce(0, Math::max);
    }

    private static String sentence(List<EquityCurve.Point> points, double deepest) {
        EquityCurve.Point last = points.getLast();
        String first = points.getFirst().day().toString();
        String below = Figures.percent(deepest, 1);
        return Double.isNaN(last.holding())
                ? Texts.of("picture.equity", first, last.day(), gain(last.equity()), below)
                : Texts.of(
                        "picture.equity.holding", first, last.day(), gain(last.equity()), gain(last.holding()), below);
    }
}
