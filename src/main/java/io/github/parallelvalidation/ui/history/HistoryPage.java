package io.github.parallelvalidation.ui.history;

import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.display.RateText;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.StatusText;
import io.github.parallelvalidation.ui.model.DashboardModel;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// The history page: the last thirty runs as small charts with a common cursor; a click opens a run.
public final class HistoryPage extends BorderPane {
    private final DashboardModel model;
    private final Label pointed = Parts.cuttable("sentence");
    private final VBox column = Parts.column(Parts.GRID);
    private final Line cursor = new Line();
    private List<RunMetrics> history = List.of();
    private List<Drawn> drawn = List.of();
    private List<HistoryCharts.Titled> charts = List.of();
    private int at = -1;

    /// What is seen of a run: all but its strategies, which may be thousands.
    private record Drawn(
            String runId,
            int passed,
            int total,
            @Nullable RunLuck luck,
            RunMetrics.Workers workers,
            RunMetrics.Times times,
            List<String> alerts) {
        static Drawn of(RunMetrics run) {
            return new Drawn(
                    run.runId(),
                    run.results().passed(),
                    run.results().total(),
                    run.results().luck(),
                    run.workers(),
                    run.times(),
                    run.alerts());
        }
    }

    public HistoryPage(DashboardModel model) {
        this.model = model;
        pointed.setId("pointed");
        cursor.getStyleClass().add("cursor-line");
        cursor.setManaged(false);
        cursor.setVisible(false);
        Pane over = new Pane(cursor);
        over.setMouseTransparent(true);
        StackPane plots = new StackPane(column, over);
        plots.setId("history");
        plots.setFocusTraversable(true);
        plots.setOnMouseMoved(event -> point(indexAt(event)));
        plots.setOnMouseClicked(event -> {
            plots.requestFocus();
            point(indexAt(event));
            open();
        });
        plots.setOnKeyPressed(this::key);
        VBox head = Parts.column(Parts.HALF, pointed);
        head.getStyleClass().add("page-head");
        setTop(head);
        ScrollPane scroll = new ScrollPane(plots);
        // Only a window too low for four charts has to scroll.
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        setCenter(scroll);
        getStyleClass().add("history-page");
    }

    public void refresh() {
        List<RunMetrics> now = model.view().map(WorkspaceView::history).orElse(List.of());
        List<Drawn> newlyDrawn = now.stream().map(Drawn::of).toList();
        if (newlyDrawn.equals(drawn) && !column.getChildren().isEmpty()) {
            return;
        }
        history = now;
        drawn = newlyDrawn;
        at = -1;
        cursor.setVisible(false);
        pointed.setText(hint());
        charts = history.isEmpty() ? List.of() : new HistoryCharts(history).all();
        column.getChildren().setAll(charts.stream().map(HistoryPage::titled).toList());
    }

    private static Node titled(HistoryCharts.Titled chart) {
        HBox title = Parts.row(Parts.DOUBLE, Parts.label(chart.title(), "heading"), Parts.gap());
        for (HistoryCharts.Key key : chart.legend()) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", key.style());
            title.getChildren().add(Parts.row(Parts.HALF, swatch, Parts.label(key.meaning(), Role.MUTED.style())));
        }
        title.getStyleClass().add("chart-title");
        VBox box = Parts.column(0, title, chart.chart());
        VBox.setVgrow(chart.chart(), Priority.ALWAYS);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private int indexAt(MouseEvent event) {
        if (charts.isEmpty()) {
            return -1;
        }
        RunChart first = charts.getFirst().chart();
        double x =
                first.runs().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        long run = Math.round(first.runs().getValueForDisplay(x).doubleValue());
        return Math.clamp(run - 1, 0, history.size() - 1);
    }

    private void key(KeyEvent event) {
        int last = history.size() - 1;
        if (last < 0) {
            return;
        }
        if (event.getCode() == KeyCode.LEFT) {
            point(at < 0 ? last : Math.max(0, at - 1));
        } else if (event.getCode() == KeyCode.RIGHT) {
            point(Math.min(last, at + 1));
        } else if (event.getCode() == KeyCode.ENTER) {
            open();
        } else {
            return;
        }
        event.consume();
    }

    private void open() {
        if (at >= 0) {
            model.show(history.get(at).runId());
        }
    }

    private void point(int index) {
        if (index < 0) {
            return;
        }
        at = index;
        pointed.setText(words(history.get(index)));
        RunChart first = charts.getFirst().chart();
        RunChart last = charts.getLast().chart();
        double x = first.runs().getDisplayPosition(index + 1);
        Point2D top = cursor.getParent().sceneToLocal(first.localToScene(0, 0));
        Point2D middle = cursor.getParent().sceneToLocal(first.runs().localToScene(x, 0));
        Point2D bottom = cursor.getParent().sceneToLocal(last.localToScene(0, last.getHeight()));
        cursor.setStartX(Math.round(middle.getX()) + 0.5);
        cursor.setEndX(cursor.getStartX());
        cursor.setStartY(top.getY());
        cursor.setEndY(bottom.getY());
        cursor.setVisible(true);
    }

    private String hint() {
        return history.isEmpty()
                ? "Runs will be drawn here, the last thirty. Validate starts one."
                : history.size() + (history.size() == 1 ? " run." : " runs, the newest on the right.")
                        + " Point at one for its figures, click it for its results.";
    }

    private String words(RunMetrics run) {
        RunLuck luck = run.results().luck();
        String byLuck = luck == null ? "" : ", " + NoiseText.briefly(luck);
        String retries = run.workers().timeout() + run.workers().retries() == 0
                ? ""
                : " · " + run.workers().timeout() + " time-outs, "
                        + run.workers().retries() + " retries";
        String alerts = run.alerts().isEmpty()
                ? ""
                : " · " + StatusText.alerts(run.alerts().size()) + ": " + String.join("; ", run.alerts());
        return "%s · %s · %s%d of %d passed%s · %s, %s one by one · %s%s%s"
                .formatted(
                        StatusText.when(run.runDate(), model.clock().instant(), ZoneId.systemDefault()),
                        run.tier(),
                        run.results().cancelled() ? "cancelled, " : "",
                        run.results().passed(),
                        run.results().total(),
                        byLuck,
                        Figures.seconds(run.times().wallClockMinutes() * 60),
                        Figures.seconds(run.times().sequentialEquivalentMinutes() * 60),
                        RateText.of(run),
                        retries,
                        alerts);
    }
}
