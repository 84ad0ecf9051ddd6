package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.ui.control.Parts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The charts over each other, a cursor through all of them, and a mark at each opened run.
final class ChartColumn extends StackPane {
    private final VBox column = Parts.column(Parts.GRID);
    private final Region cursor = new Region();
    private final List<Region> marks = new ArrayList<>();
    private final List<ChartHead> heads = new ArrayList<>();
    private List<Integer> marked = List.of();
    private int pointed = -1;
    private int runs;

    /// Lies over the charts and knows where they are.
    private final Pane over = new Pane() {
        @Override
        protected void layoutChildren() {
            placeLines();
        }
    };

    ChartColumn() {
        cursor.getStyleClass().add("run-cursor");
        cursor.setManaged(false);
        over.setMouseTransparent(true);
        getChildren().setAll(over, column);
        column.setPickOnBounds(false);
        setFocusTraversable(true);
        getStyleClass().add("chart-column");
    }

    void show(HistoryView view) {
        runs = view.runs().size();
        pointed = -1;
        heads.clear();
        column.getChildren().clear();
        List<Double> sizes = HistoryWords.sizes(view.runs());
        for (ChartData data : view.charts()) {
            ChartHead head = new ChartHead(data);
            RunChart chart = new RunChart(data, sizes);
            heads.add(head);
            VBox box = Parts.column(0, head, chart);
            VBox.setVgrow(chart, Priority.ALWAYS);
            VBox.setVgrow(box, Priority.ALWAYS);
            column.getChildren().add(box);
        }
        if (runs > 0) {
            heads.forEach(head -> head.show(runs - 1));
        }
        mark(marked);
    }

    void point(int run) {
        pointed = run;
        heads.forEach(head -> head.show(run));
        lines();
    }

    void mark(List<Integer> opened) {
        marked = opened.stream().filter(run -> run < runs).toList();
        lines();
    }

    private void lines() {
        marks.clear();
        for (int i = 0; i < marked.size(); i++) {
            Region mark = new Region();
            mark.getStyleClass().add("run-opened");
            mark.setManaged(false);
            marks.add(mark);
        }
        over.getChildren().setAll(marks);
        if (pointed >= 0) {
            over.getChildren().add(cursor);
        }
        over.requestLayout();
    }

    private void placeLines() {
        double width = getWidth();
        double place = RunChart.place(runs, width);
        for (int i = 0; i < marks.size(); i++) {
            double middle = RunChart.across(marked.get(i), runs, width);
            marks.get(i).resizeRelocate(Math.rint(middle - place / 2), 0, Math.rint(place), getHeight());
        }
        if (pointed >= 0) {
            cursor.resizeRelocate(Math.rint(RunChart.across(pointed, runs, width)), 0, 1, getHeight());
        }
    }
}
