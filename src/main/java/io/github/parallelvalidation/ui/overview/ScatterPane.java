package io.github.parallelvalidation.ui.overview;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.RowFilter;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.picture.PictureActions;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// All strategies in one picture: what each scores, against what noise reaches with its rules. A press on a point
/// selects its row; the arrow keys go from the best to the worst.
public final class ScatterPane extends VBox {
    /// While a run is on all are painted again no more often than this.
    private static final Duration REST = Duration.seconds(1);

    private final ScatterPoints points = new ScatterPoints();
    private final ScatterCanvas canvas = new ScatterCanvas(points);
    private final Label title = Parts.cuttable("heading");
    private final Label reading = Parts.cuttable("plot-text", Role.MUTED.style());
    private final Label none = Parts.paragraph("", "placeholder");
    private final PauseTransition later = new PauseTransition(REST);
    private final BiConsumer<StrategyItem, Boolean> select;
    private List<StrategyItem> selected = List.of();
    private Optional<ScatterPoint> looked = Optional.empty();

    /// @param filter what the table shows; the picture shows the same
    /// @param select selects the row of a strategy, beside the others or alone
    /// @param save takes a file name and the bytes of a picture
    public ScatterPane(
            ObservableValue<String> filter, BiConsumer<StrategyItem, Boolean> select, BiConsumer<String, byte[]> save) {
        super(Parts.HALF);
        this.select = select;
        setId("scatter");
        getStyleClass().add("scatter-pane");
        canvas.setId("scatter-picture");
        StackPane picture = new StackPane(canvas, none);
        picture.setMinSize(0, 0);
        none.setMouseTransparent(true);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(title, legend(), picture, reading);
        setMinSize(0, 0);
        later.setOnFinished(_ -> paintAll());
        filter.subscribe(text -> {
            points.filter(RowFilter.of(text));
            paintAll();
        });
        canvas.setFocusTraversable(true);
        canvas.onPainted(this::say);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> look(canvas.at(event.getX(), event.getY())));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> look(Optional.empty()));
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::press);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        PictureActions.install(canvas, "strategies-against-noise", this::table, save);
    }

    /// The rows that the table has selected.
    public void selected(List<StrategyItem> rows) {
        if (!rows.equals(selected)) {
            selected = List.copyOf(rows);
            mark();
        }
    }

    public void show(RowChanges rows) {
        Optional<List<ScatterPoint>> came = points.follow(rows);
        if (came.isPresent()) {
            canvas.add(came.get());
            say();
        } else if (rows.changed().size() == rows.items().size()) {
            paintAll();
        } else if (later.getStatus() != PauseTransition.Status.RUNNING) {
            later.playFromStart();
        }
    }

    private void paintAll() {
        canvas.requestLayout();
        looked = looked.flatMap(point -> points.find(point.item()));
        mark();
    }

    private void mark() {
        canvas.mark(
                selected.stream().flatMap(item -> points.find(item).stream()).toList(), looked);
        say();
    }

    private void look(Optional<ScatterPoint> point) {
        if (!point.equals(looked)) {
            looked = point;
            mark();
        }
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            canvas.at(event.getX(), event.getY())
                    .ifPresent(point -> select.accept(point.item(), event.isShortcutDown()));
        }
    }

    private void key(KeyEvent event) {
        List<ScatterPoint> ranked = points.ranked();
        int at = looked.map(ranked::indexOf).orElse(-1);
        int last = ranked.size() - 1;
        int next = switch (event.getCode()) {
            case RIGHT, DOWN -> Math.min(last, at + 1);
            case LEFT, UP -> Math.max(0, at - 1);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (next >= 0 && last >= 0) {
            look(Optional.of(ranked.get(next)));
            event.consume();
        } else if (isChoice(event)) {
            looked.ifPresent(point -> select.accept(point.item(), event.isShortcutDown()));
            event.consume();
        }
    }

    private static boolean isChoice(KeyEvent event) {
        return switch (event.getCode()) {
            case ENTER, SPACE -> true;
            default -> false;
        };
    }

    private void say() {
        Tier tier = points.tier();
        String score = MetricColumn.label(tier.score());
        int all = points.all().size();
        title.setText(Texts.of("overview.scatter", score));
        none.setText(all > 0 ? "" : emptyWords(score, tier));
        String sentence = looked.map(point -> words(point, tier))
                .orElseGet(() -> all == 0
                        ? ""
                        : Texts.of(
                                "overview.scatter.above", Figures.many(points.above()), Figures.many(all), farOut()));
        reading.setText(sentence);
        canvas.setAccessibleText(title.getText() + ". " + sentence);
    }

    private String farOut() {
        int far = canvas.farOut();
        return far == 0 ? "" : Texts.counted("overview.scatter.far", far, Figures.many(far));
    }

    private String emptyWords(String score, Tier tier) {
        return points.isFiltered()
                ? Texts.of("overview.scatter.filtered", tier)
                : Texts.of("overview.scatter.empty", score, tier);
    }

    private static String words(ScatterPoint point, Tier tier) {
        StrategyRow row = point.item().now();
        return Texts.of(
                "overview.scatter.point",
                row.id(),
                row.name(),
                MetricColumn.label(tier.score()),
                Figures.text(tier.score(), point.score()),
                Figures.text(tier.noise95(), point.noise()),
                row.status().word());
    }

    private static FlowPane legend() {
        return new FlowPane(
                Parts.GRID,
                0,
                key("●", Texts.of("overview.scatter.passed"), Role.SUCCESS),
                key("▲", Texts.of("overview.scatter.doubtful"), Role.WARNING),
                key("■", Texts.of("overview.scatter.failed"), Role.DANGER),
                key("╌", Texts.of("overview.scatter.noise"), Role.MUTED));
    }

    private static Label key(String shape, String words, Role role) {
        return Parts.label(shape + " " + words, "plot-text", role.style());
    }

    /// What is seen, as a table.
    String table() {
        Tier tier = points.tier();
        String head = "id\tname\tstatus\t%s\t%s\n".formatted(tier.noise95(), tier.score());
        return points.ranked().stream()
                .map(point -> {
                    StrategyRow row = point.item().now();
                    return "%s\t%s\t%s\t%s\t%s\n"
                            .formatted(
                                    row.id(),
                                    row.name().replaceAll("[\t\r\n]+", " "),
                                    row.status().word(),
                                    PlainNumber.of(point.noise()),
                                    PlainNumber.of(point.score()));
                })
                .collect(Collectors.joining("", head, ""));
    }
}
