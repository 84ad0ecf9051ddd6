package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.metrics.RunMetrics;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// The last thirty runs: a column of aligned charts with one cursor through all; a click opens the run.
final class HistoryPage extends StackPane {
    private static final double SECONDS = 60;

    private final List<HistoryChart> charts = List.of(
            new HistoryChart(
                    "Passes of each run; dashed: what luck alone would give",
                    "passed",
                    List.of(
                            new HistoryChart.Line("passed", "line-main", run -> (double) run.strategiesPassed()),
                            new HistoryChart.Line("by luck", "line-luck", RunMetrics::expectedLuckyPasses))),
            new HistoryChart(
                    "Wall time; grey: the same work one by one",
                    "s",
                    List.of(
                            new HistoryChart.Line("wall", "line-main", run -> run.wallClockMinutes() * SECONDS),
                            new HistoryChart.Line(
                                    "one by one", "line-quiet", run -> run.sequentialEquivalentMinutes() * SECONDS))),
            new HistoryChart(
                    "Worker time: least, mean, most",
                    "s",
                    List.of(
                            new HistoryChart.Line("mean", "line-main", RunMetrics::averageWorkerTimeSeconds),
                            new HistoryChart.Line("least", "line-quiet", RunMetrics::minWorkerTimeSeconds),
                            new HistoryChart.Line("most", "line-quiet", RunMetrics::maxWorkerTimeSeconds))),
            new HistoryChart(
                    "Retries; red: time-outs",
                    "count",
                    List.of(
                            new HistoryChart.Line("retries", "line-main", run -> (double) run.retries()),
                            new HistoryChart.Line("time-outs", "line-danger", run -> (double) run.workersTimeout()))));

    private final Label reading = Parts.label("", "figures");
    private final Label empty =
            Parts.paragraph("The charts of the last thirty runs stand here after the first run.", StatusLook.MUTED);
    private final Line cursor = new Line();
    private final VBox column = Parts.padded(Parts.column(0));
    private List<RunMetrics> runs = List.of();

    /// @param open shows the run that was clicked
    HistoryPage(Consumer<RunMetrics> open) {
        setId("history-page");
        getStyleClass().add("page");
        cursor.getStyleClass().add("cursor");
        cursor.setManaged(false);
        cursor.setMouseTransparent(true);
        column.getChildren().add(reading);
        column.getChildren().addAll(charts);
        column.setId("history-charts");
        Pane layered = new StackPane(column, new Pane(cursor));
        layered.getChildren().getLast().setMouseTransparent(true);
        ScrollPane scroll = new ScrollPane(layered);
        scroll.setFitToWidth(true);
        getChildren().addAll(scroll, empty);
        column.setOnMouseMoved(event -> point(charts.getFirst().runAt(event.getSceneX(), runs.size())));
        column.setOnMouseExited(event -> read(null));
        column.setOnMouseClicked(event -> {
            if (!runs.isEmpty()) {
                open.accept(runs.get(charts.getFirst().runAt(event.getSceneX(), runs.size())));
            }
        });
        show(List.of());
    }

    void show(List<RunMetrics> history) {
        if (history.equals(runs) && !history.isEmpty()) {
            return;
        }
        runs = List.copyOf(history);
        Parts.show(empty, runs.isEmpty());
        column.setVisible(!runs.isEmpty());
        charts.forEach(chart -> chart.show(runs));
        read(null);
    }

    private void point(int index) {
        if (runs.isEmpty()) {
            return;
        }
        double x = cursor.getParent()
                .sceneToLocal(charts.getFirst().sceneX(index), 0)
                .getX();
        cursor.setStartX(x);
        cursor.setEndX(x);
        cursor.setStartY(reading.getHeight());
        cursor.setEndY(column.getHeight());
        read(runs.get(index));
    }

    private void read(@Nullable RunMetrics run) {
        cursor.setVisible(run != null);
        reading.setText(
                run == null
                        ? "%d runs, newest right. Point at one to read it, click to open it.".formatted(runs.size())
                        : String.format(
                                Locale.ROOT,
                                "%s  %s  %d of %d passed, %s by luck  ·  %s, %s one by one  ·  workers %s to %s%s",
                                run.runId(),
                                run.tier(),
                                run.strategiesPassed(),
                                run.strategiesTotal(),
                                run.expectedLuckyPasses() == null
                                        ? Figures.MISSING
                                        : Figures.passes(run.expectedLuckyPasses()),
                                Figures.duration(run.wallClockMinutes() * SECONDS),
                                Figures.duration(run.sequentialEquivalentMinutes() * SECONDS),
                                Figures.duration(run.minWorkerTimeSeconds()),
                                Figures.duration(run.maxWorkerTimeSeconds()),
                                run.decision() == null ? "" : "  ·  decided: " + run.decision()));
    }
}
