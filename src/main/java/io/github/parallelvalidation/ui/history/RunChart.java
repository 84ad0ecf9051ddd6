package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.number.PlainNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.shape.Line;

/// A small chart over the runs of the history: lines, and vertical bars between two values.
final class RunChart extends LineChart<Number, Number> {
    private static final double AXIS_WIDTH = 56;
    private static final int TICKS = 3;

    private final NumberAxis runs;
    private final NumberAxis values;
    private final List<Bar> bars = new ArrayList<>();
    private final Map<XYChart.Series<Number, Number>, String> styles = new LinkedHashMap<>();

    /// A vertical bar at a run.
    private record Bar(Line line, double run, double from, double to) {}

    RunChart(int count) {
        this(new NumberAxis(0.5, Math.max(count, 2) + 0.5, 1), new NumberAxis());
    }

    private RunChart(NumberAxis runs, NumberAxis values) {
        super(runs, values);
        this.runs = runs;
        this.values = values;
        runs.setTickLabelsVisible(false);
        runs.setTickMarkVisible(false);
        runs.setMinorTickVisible(false);
        values.setMinorTickVisible(false);
        values.setAutoRanging(false);
        // Axes of one width: the plots of all charts stand exactly under each other.
        values.setMinWidth(AXIS_WIDTH);
        values.setPrefWidth(AXIS_WIDTH);
        values.setMaxWidth(AXIS_WIDTH);
        setLegendVisible(false);
        setAnimated(false);
        setVerticalGridLinesVisible(false);
        setAlternativeRowFillVisible(false);
        setMinHeight(60);
        getStyleClass().add("run-chart");
    }

    NumberAxis runs() {
        return runs;
    }

    /// A scale from 0 to a round number at or above the largest value.
    RunChart scale(double largest, String unit) {
        double step = step(Math.max(largest, 1e-9) / TICKS);
        values.setLowerBound(0);
        values.setTickUnit(step);
        values.setUpperBound(step * Math.max(1, Math.ceil(largest / step - 1e-9)));
        values.setTickLabelFormatter(new NumberAxis.DefaultFormatter(values, null, unit) {
            @Override
            public String toString(Number value) {
                return PlainNumber.of(Math.round(value.doubleValue() * 1e6) / 1e6) + unit;
            }
        });
        return this;
    }

    /// A line through the points; NaN leaves a run out.
    RunChart line(String style, List<Double> points) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).isNaN()) {
                series.getData().add(new XYChart.Data<>(i + 1, points.get(i)));
            }
        }
        getData().add(series);
        styles.put(series, style);
        // Adding a series resets the style classes of those before it.
        styles.forEach((each, added) -> {
            each.getNode().getStyleClass().add(added);
            each.getData().forEach(point -> point.getNode().getStyleClass().add(added));
        });
        return this;
    }

    RunChart bar(String style, int index, double from, double to) {
        Line line = new Line();
        line.getStyleClass().addAll("run-bar-line", style);
        bars.add(new Bar(line, index + 1.0, from, to));
        getPlotChildren().addFirst(line);
        return this;
    }

    @Override
    protected void layoutPlotChildren() {
        super.layoutPlotChildren();
        for (Bar bar : bars) {
            double x = runs.getDisplayPosition(bar.run());
            bar.line().setStartX(x);
            bar.line().setEndX(x);
            bar.line().setStartY(values.getDisplayPosition(bar.from()));
            bar.line().setEndY(values.getDisplayPosition(bar.to()));
        }
    }

    /// 1, 2 or 5 times a power of ten.
    private static double step(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double lead = wanted / power;
        double round = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10;
        return round * power;
    }
}
