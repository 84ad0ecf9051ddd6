package io.github.parallelvalidation.ui.history;

import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.SegmentedChoice;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The history page: the last thirty runs as small charts with a common cursor. A click opens a run beside them, a
/// click with Shift compares two.
public final class HistoryPage extends BorderPane {
    private static final double OPENED_SHARE = 0.48;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final DashboardModel model;
    private final ZoneId zone = ZoneId.systemDefault();
    private final OpenedRuns runs;
    private final Label pointed = Parts.cuttable("sentence");
    private final Label folded = Parts.paragraph("", Role.MUTED.style());
    private final ObjectProperty<Optional<Tier>> tier = new SimpleObjectProperty<>(Optional.empty());
    private final ChartColumn charts = new ChartColumn();
    private final DateAxis dates = new DateAxis(zone);
    private final OpenedPane opened;
    private List<RunMetrics> history = List.of();
    private Optional<HistoryView> view = Optional.empty();
    private int onDisk;
    private int at = -1;

    public HistoryPage(DashboardModel model) {
        this.model = model;
        runs = new OpenedRuns(model.past()::read, zone);
        opened = new OpenedPane(model::show, this::close);
        pointed.setId("pointed");
        HBox.setHgrow(pointed, Priority.ALWAYS);
        pointed.setMaxWidth(Double.MAX_VALUE);
        List<Optional<Tier>> choices = new ArrayList<>(List.of(Optional.empty()));
        Stream.of(Tier.values()).map(Optional::of).forEach(choices::add);
        HBox head = Parts.row(
                Parts.DOUBLE,
                pointed,
                new SegmentedChoice<>(
                        "history-tier",
                        choices,
                        tier,
                        one -> one.map(Tier::name).orElse(Texts.of("history.both"))));
        head.getStyleClass().add("page-head");
        setTop(head);
        charts.setId("history");
        charts.setAccessibleText(Texts.of("history.accessible"));
        charts.setOnMouseMoved(event -> point(indexAt(event)));
        charts.setOnMouseClicked(this::clicked);
        charts.setOnKeyPressed(this::key);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pageKey);
        ScrollPane scroll = new ScrollPane(charts);
        // Only a low window has to scroll.
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // A scroll bar makes the charts narrower; the dates stay under them.
        charts.widthProperty().subscribe(width -> dates.setMaxWidth(width.doubleValue()));
        setCenter(Parts.column(0, scroll, dates, folded));
        getStyleClass().add("history-page");
        tier.subscribe(_ -> draw());
        runs.opened().subscribe(this::opened);
    }

    public void refresh() {
        List<RunMetrics> now = model.view().map(WorkspaceView::history).orElse(List.of());
        if (!now.equals(history) || view.isEmpty()) {
            history = now;
            draw();
        }
        model.past().count(this::counted);
    }

    /// The history keeps thirty runs; there may be more on disk.
    private void counted(int runs) {
        if (runs != onDisk) {
            onDisk = runs;
            draw();
        }
    }

    private void draw() {
        HistoryView drawn = HistoryView.of(history, tier.get()).among(tier.get().isEmpty() ? onDisk : 0);
        view = Optional.of(drawn);
        at = -1;
        charts.show(drawn);
        dates.show(drawn.runs());
        folded.setText(String.join(" ", drawn.folded()));
        pointed.setText(HistoryWords.hint(drawn));
        mark();
    }

    private List<RunMetrics> shown() {
        return view.map(HistoryView::runs).orElse(List.of());
    }

    private void opened(Optional<OpenedRuns.Opened> one) {
        opened.show(one);
        opened.prefWidthProperty().bind(widthProperty().multiply(OPENED_SHARE));
        setRight(one.isPresent() ? opened : null);
        mark();
    }

    private void mark() {
        List<String> ids = shown().stream().map(RunMetrics::runId).toList();
        charts.mark(runs.ids().stream()
                .map(ids::indexOf)
                .filter(index -> index >= 0)
                .toList());
    }

    private int indexAt(MouseEvent event) {
        int count = shown().size();
        double place = RunChart.place(count, charts.getWidth());
        return count == 0 || place <= 0
                ? -1
                : Math.clamp((long) Math.floor((event.getX() - RunChart.AXIS) / place), 0, count - 1);
    }

    private void clicked(MouseEvent event) {
        charts.requestFocus();
        point(indexAt(event));
        boolean isSecond = event.isShiftDown() || event.isShortcutDown() || event.getButton() == MouseButton.SECONDARY;
        open(isSecond || opened.comparing().get());
    }

    private void key(KeyEvent event) {
        int last = shown().size() - 1;
        if (last < 0) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> point(at < 0 ? last : Math.max(0, at - 1));
            case RIGHT -> point(Math.min(last, at + 1));
            case HOME -> point(0);
            case END -> point(last);
            case ENTER -> open(event.isShiftDown() || opened.comparing().get());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pageKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !runs.ids().isEmpty()) {
            close();
            event.consume();
        } else if (COPY.match(event) && !runs.ids().isEmpty()) {
            opened.copy();
            event.consume();
        }
    }

    private void close() {
        runs.close();
        charts.requestFocus();
    }

    private void open(boolean compare) {
        if (at < 0) {
            return;
        }
        String id = shown().get(at).runId();
        if (compare) {
            runs.compare(id);
        } else {
            runs.open(id);
        }
    }

    private void point(int index) {
        if (index < 0 || index == at) {
            return;
        }
        at = index;
        pointed.setText(HistoryWords.of(shown().get(index), model.clock().instant(), zone));
        charts.point(index);
    }
}
