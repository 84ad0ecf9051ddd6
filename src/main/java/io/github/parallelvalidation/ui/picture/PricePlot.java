package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.evidence.PriceBars;
import io.github.parallelvalidation.number.ValueTicks;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws prices with what a strategy does in them. The wheel and + and − zoom, dragging and Shift with the arrows
/// move, a double click or Home shows all again; the arrows move a cursor that says the values of its bar, with Ctrl
/// from signal to signal.
public final class PricePlot extends Region {
    private static final double HEIGHT = 260;
    private static final double LINE = 18;
    private static final double TICK_ROOM = 84;
    private static final double VALUE_ROOM = 40;
    private static final double ZOOM_STEP = 1.25;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final PriceBars prices;
    private final List<PriceMark> marks;
    private final List<PriceTrade> trades;
    private final PriceCanvas shapes = new PriceCanvas(this::draw);
    private final Pane axes = new Pane();
    private final Region cursor = new Region();
    private final Label reading = Parts.cuttable("plot-text");
    private BarRange shown;
    private int pointed = -1;
    private double draggedFrom = Double.NaN;

    /// @param prices at least one bar
    /// @param marks in the order of their bars
    public PricePlot(PriceBars prices, List<PriceMark> marks, List<PriceTrade> trades) {
        this.prices = prices;
        this.marks = List.copyOf(marks);
        this.trades = List.copyOf(trades);
        shown = BarRange.all(prices.count());
        getStyleClass().add("price-plot");
        setId("price");
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        setFocusTraversable(true);
        cursor.getStyleClass().add("plot-cursor");
        cursor.setMouseTransparent(true);
        cursor.setVisible(false);
        shapes.getStyleClass().add("plot");
        axes.setMouseTransparent(true);
        for (Region part : List.of(shapes, axes, cursor, reading)) {
            part.setManaged(false);
            getChildren().add(part);
        }
        layoutBoundsProperty().subscribe(_ -> draw());
        shapes.setCursor(Cursor.CROSSHAIR);
        shapes.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        shapes.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(shown.bar(event.getX() / shapes.getWidth())));
        shapes.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
        shapes.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        shapes.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setAccessibleText(Texts.of(
                "picture.price.accessible",
                prices.symbol(),
                prices.timeframe(),
                Figures.many(prices.count()),
                marks.size(),
                trades.size()));
        say();
    }

    /// Shows a bar and those around it, with the cursor on it.
    public void visit(int bar) {
        if (shown.width() > 240) {
            shown = shown.zoom(0, 240 / shown.width());
        }
        shown = shown.around(bar);
        point(bar);
        draw();
    }

    /// What is shown, one line a bar, separated by tabs.
    public String table() {
        StringBuilder text = new StringBuilder("time\topen\thigh\tlow\tclose\tvolume\n");
        for (int bar = shown.first(); bar < shown.end(); bar++) {
            text.append(Instant.ofEpochMilli(prices.time(bar)));
            for (double value : new double[] {
                prices.open(bar), prices.high(bar), prices.low(bar), prices.close(bar), prices.volume(bar)
            }) {
                text.append('\t').append(value);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private void show(BarRange range) {
        if (!range.equals(shown)) {
            shown = range;
            draw();
            say();
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaX() != 0 && event.getDeltaY() == 0) {
            show(shown.move(-event.getDeltaX() / shapes.getWidth() * shown.width()));
        } else if (event.getDeltaY() != 0) {
            // The same way over the whole page must not be stopped by a picture: only where it is the one in use.
            if (!isFocused() && !event.isControlDown()) {
                return;
            }
            show(shown.zoom(event.getX() / shapes.getWidth(), event.getDeltaY() > 0 ? 1 / ZOOM_STEP : ZOOM_STEP));
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        requestFocus();
        draggedFrom = event.getX();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            show(BarRange.all(prices.count()));
        }
    }

    private void drag(MouseEvent event) {
        show(shown.move((draggedFrom - event.getX()) / shapes.getWidth() * shown.width()));
        draggedFrom = event.getX();
        event.consume();
    }

    private void key(KeyEvent event) {
        int by = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        switch (event.getCode()) {
            case LEFT, RIGHT -> {
                if (event.isControlDown()) {
                    jump(by);
                } else if (event.isShiftDown()) {
                    show(shown.move(by * shown.width() / 8));
                } else {
                    int start = pointed < 0 ? shown.bar(0.5) : pointed;
                    // A step that can be seen.
                    int step = (int) Math.max(1, shown.width() / Math.max(1, shapes.getWidth()));
                    int next = Math.clamp((long) start + (long) by * step, 0, prices.count() - 1);
                    show(shown.with(next));
                    point(next);
                }
            }
            case PLUS, ADD, EQUALS -> show(shown.zoom(anchor(), 1 / ZOOM_STEP));
            case MINUS, SUBTRACT -> show(shown.zoom(anchor(), ZOOM_STEP));
            case HOME -> show(BarRange.all(prices.count()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private double anchor() {
        return pointed < 0 ? 0.5 : Math.clamp(shown.position(pointed), 0, 1);
    }

    private void jump(int by) {
        int from = pointed < 0 ? (by > 0 ? -1 : prices.count()) : pointed;
        List<Integer> places = marks.stream().map(PriceMark::bar).toList();
        (by > 0
                        ? places.stream().filter(bar -> bar > from).findFirst()
                        : places.reversed().stream().filter(bar -> bar < from).findFirst())
                .ifPresent(this::visit);
    }

    private void point(int bar) {
        pointed = bar;
        say();
        placeCursor();
    }

    private void say() {
        reading.setText(pointed < 0 ? overview() : words(pointed));
    }

    private String overview() {
        int first = shown.first();
        int last = Math.max(first, shown.end() - 1);
        String period = Texts.of(
                "picture.price.period",
                prices.timeframe(),
                time(first).substring(0, 10),
                time(last).substring(0, 10),
                Figures.many(last - first + 1L));
        return shown.isAll() ? Texts.of("picture.price.whole", period) : Texts.of("picture.price.part", period);
    }

    private String words(int bar) {
        String text = Texts.of(
                "picture.price.bar",
                time(bar),
                Figures.amount(prices.open(bar)),
                Figures.amount(prices.high(bar)),
                Figures.amount(prices.low(bar)),
                Figures.amount(prices.close(bar)),
                Figures.amount(prices.volume(bar)));
        String said = marks.stream()
                .filter(mark -> mark.bar() == bar)
                .map(PriceMark::words)
                .collect(Collectors.joining(" · "));
        return said.isEmpty() ? text : text + "   " + said;
    }

    private String time(int bar) {
        return TIME.format(Instant.ofEpochMilli(prices.time(bar)).atZone(ZoneOffset.UTC));
    }

    /// Before its parts are laid out: what is added while that goes on would be seen late.
    private void draw() {
        if (getWidth() <= ValueAxis.WIDTH) {
            return;
        }
        double width = Math.max(1, getWidth() - ValueAxis.WIDTH);
        double height = Math.max(1, getHeight() - 2 * LINE);
        reading.resizeRelocate(0, 0, getWidth(), LINE);
        shapes.resizeRelocate(0, LINE, width, height);
        shapes.draw(prices, shown, marks, trades);
        List<Node> drawn = new ArrayList<>();
        values(drawn, width);
        times(drawn, width, height);
        axes.relocate(0, LINE);
        axes.getChildren().setAll(drawn);
        placeCursor();
    }

    @Override
    protected void layoutChildren() {
        // Everything is placed where it is drawn.
        reading.layout();
    }

    private void values(List<Node> drawn, double width) {
        ValueTicks ticks = ValueTicks.of(shapes.low(), shapes.high(), (int) (shapes.getHeight() / VALUE_ROOM));
        for (double value : ticks.values()) {
            double y = Math.rint(shapes.y(value)) + 0.5;
            Line line = new Line(0, y, width, y);
            line.getStyleClass().add("plot-grid");
            drawn.add(line);
            Text text = text(String.format(Locale.ROOT, "%,." + ticks.decimals() + "f", value));
            text.setX(width + Parts.HALF);
            text.setY(y);
            drawn.add(text);
        }
    }

    private void times(List<Node> drawn, double width, double height) {
        int last = Math.max(shown.first(), shown.end() - 1);
        for (TimeTicks.Tick tick : TimeTicks.of(
                prices.time(shown.first()), prices.time(last), (int) (width / TICK_ROOM), prices::atOrAfter)) {
            double x = shown.position(Math.min(tick.bar(), last)) * width;
            Text text = text(tick.text());
            text.setTextAlignment(TextAlignment.CENTER);
            text.setWrappingWidth(TICK_ROOM);
            text.setX(Math.clamp(x - TICK_ROOM / 2, 0, Math.max(0, width - TICK_ROOM)));
            text.setY(height + LINE / 2);
            drawn.add(text);
        }
    }

    private static Text text(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("plot-tick");
        text.setTextOrigin(VPos.CENTER);
        return text;
    }

    private void placeCursor() {
        boolean isSeen = pointed >= shown.first() && pointed < shown.end();
        cursor.setVisible(isSeen);
        if (isSeen) {
            double x = Math.rint(shown.position(pointed) * shapes.getWidth());
            cursor.resizeRelocate(x, LINE, 1, shapes.getHeight());
        }
    }
}
