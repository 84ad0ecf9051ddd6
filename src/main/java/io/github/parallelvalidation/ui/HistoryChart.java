package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.metrics.RunMetrics;
import java.util.List;
import java.util.function.Function;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One small chart of the history; all of them share the same runs from left to right.
final class HistoryChart extends LineChart<Number, Number> {
    private static final double AXIS_WIDTH = 56;
    private final List<Line> lines;

    /// A line of a chart.
    ///
    /// @param style the style class, which gives colour and dash
    record Line(String name, String style, Function<RunMetrics, @Nullable Double> value) {}

    HistoryChart(String title, String unit, List<Line> lines) {
        super(new NumberAxis(), new NumberAxis());
        this.lines = List.copyOf(lines);
        setTitle(title);
        setAnimated(false);
        setLegendVisible(false);
        setCreateSymbols(true);
        setVerticalZeroLineVisible(false);
        setMinHeight(104);
        setPrefHeight(124);
        setMaxHeight(Region.USE_PREF_SIZE);
        getStyleClass().add("history-chart");
        NumberAxis x = x();
        x.setAutoRanging(false);
        x.setTickLabelsVisible(false);
        x.setTickMarkVisible(false);
        x.setMinorTickVisible(false);
        NumberAxis y = (NumberAxis) getYAxis();
        y.setLabel(unit);
        y.setForceZeroInRange(true);
        y.setMinorTickVisible(false);
        y.setMinWidth(AXIS_WIDTH);
        y.setPrefWidth(AXIS_WIDTH);
        y.setMaxWidth(AXIS_WIDTH);
    }

    void show(List<RunMetrics> runs) {
        NumberAxis x = x();
        x.setLowerBound(-0.5);
        x.setUpperBound(Math.max(1, runs.size()) - 0.5);
        x.setTickUnit(1);
        getData().clear();
        for (Line line : lines) {
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            series.setName(line.name());
            for (int i = 0; i < runs.size(); i++) {
                Double value = line.value().apply(runs.get(i));
                if (value != null) {
                    series.getData().add(new XYChart.Data<>(i, value));
                }
            }
            getData().add(series);
        }
        // The chart gives all its series new style classes whenever one is added.
        for (int i = 0; i < lines.size(); i++) {
            XYChart.Series<Number, Number> series = getData().get(i);
            String style = lines.get(i).style();
            series.getNode().getStyleClass().add(style);
            series.getData().forEach(point -> point.getNode().getStyleClass().add(style));
        }
    }

    /// The run under a place of the scene.
    int runAt(double sceneX, int runs) {
        double inAxis = getXAxis().sceneToLocal(sceneX, 0).getX();
        int index = (int) Math.round(x().getValueForDisplay(inAxis).doubleValue());
        return Math.clamp(index, 0, Math.max(0, runs - 1));
    }

    /// Where a run is in the scene.
    double sceneX(int run) {
        return getXAxis().localToScene(x().getDisplayPosition(run), 0).getX();
    }

    private NumberAxis x() {
        return (NumberAxis) getXAxis();
    }
}
