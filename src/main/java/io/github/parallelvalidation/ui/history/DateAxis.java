package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// Under the charts: how many strategies each run had, and when it began.
final class DateAxis extends Pane {
    private static final double ROW = 16;

    /// A number of four digits, and room beside it.
    private static final double NUMBER = 30;

    private final ZoneId zone;
    private List<RunMetrics> runs = List.of();

    DateAxis(ZoneId zone) {
        this.zone = zone;
        setMinHeight(2 * ROW);
        setPrefHeight(2 * ROW);
        getStyleClass().add("date-axis");
        widthProperty().subscribe(_ -> draw());
    }

    void show(List<RunMetrics> shown) {
        runs = shown;
        draw();
    }

    private void draw() {
        getChildren().clear();
        if (runs.isEmpty() || getWidth() <= 0) {
            return;
        }
        double place = RunChart.place(runs.size(), getWidth());
        label(Texts.of("history.axis.strategies"), 4, 0, RunChart.AXIS).setAlignment(Pos.CENTER_LEFT);
        int step = Math.max(1, (int) Math.ceil(NUMBER / Math.max(1, place)));
        for (int run = 0; run < runs.size(); run += step) {
            String text = String.valueOf(runs.get(run).results().total());
            label(text, middle(run) - NUMBER / 2, 0, NUMBER);
        }
        DateLabels.of(runs.stream().map(RunMetrics::runDate).toList(), zone, place)
                .forEach(date -> label(date.text(), middle(date.at()) - date.width() / 2, ROW, date.width()));
    }

    private double middle(int run) {
        return RunChart.across(run, runs.size(), getWidth());
    }

    private Label label(String text, double left, double top, double width) {
        Label label = new Label(text);
        label.getStyleClass().add("run-date");
        label.setAlignment(Pos.CENTER);
        label.setManaged(false);
        label.setMouseTransparent(true);
        // What is written at the edge stays inside.
        label.resizeRelocate(Math.min(left, getWidth() - width), top, width, ROW);
        getChildren().add(label);
        return label;
    }
}
