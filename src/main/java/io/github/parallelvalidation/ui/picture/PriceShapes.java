package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.evidence.PriceBars;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;

/// The shapes of a picture of prices: few, each with many parts, so that they are redrawn at the rate of the display.
/// Their colours are those of their style classes.
final class PriceShapes extends Pane {
    /// A bar that is at least this wide is drawn as a candle.
    private static final double CANDLE = 4;

    private static final double VOLUME_SHARE = 0.18;
    private static final double MARGIN = 0.06;
    private static final double MARK = 4;
    private static final double MARK_GAP = 4;

    private final Polygon envelope = new Polygon();
    private final Path volume = path("price-volume");
    private final Path rising = path("price-rising");
    private final Path falling = path("price-falling");
    private final Path longs = path("price-long");
    private final Path shorts = path("price-short");
    private final Path won = path("price-won");
    private final Path lost = path("price-lost");
    private double low;
    private double high;

    PriceShapes() {
        envelope.getStyleClass().add("price-envelope");
        for (Node node : List.of(volume, envelope, rising, falling, won, lost, longs, shorts)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
            getChildren().add(node);
        }
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        return path;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double y(double price) {
        return (1 - VOLUME_SHARE) * getHeight() * (1 - (price - low) / (high - low));
    }

    void draw(PriceBars prices, BarRange shown, List<PriceMark> marks, List<PriceTrade> trades) {
        PriceColumns columns = PriceColumns.of(prices, shown, (int) getWidth());
        double room = Math.max(columns.highest() - columns.lowest(), 1e-9 * Math.abs(columns.highest()));
        low = columns.lowest() - MARGIN * room;
        high = columns.highest() + MARGIN * room;
        double wide = getWidth() / shown.width();
        if (wide >= CANDLE) {
            envelope.getPoints().clear();
            candles(prices, shown, wide);
        } else {
            rising.getElements().clear();
            falling.getElements().clear();
            envelope(columns, shown);
        }
        volume(columns, shown, Math.max(1, wide - 1));
        marks(prices, shown, marks);
        trades(shown, trades);
    }

    private double x(BarRange shown, double bar) {
        return (bar - shown.from()) / shown.width() * getWidth();
    }

    private double middle(BarRange shown, int bar) {
        return shown.position(bar) * getWidth();
    }

    private void envelope(PriceColumns columns, BarRange shown) {
        int count = columns.count();
        Double[] points = new Double[4 * count];
        for (int i = 0; i < count; i++) {
            double x = (x(shown, columns.first(i)) + x(shown, columns.first(i + 1))) / 2;
            points[2 * i] = x;
            points[2 * i + 1] = y(columns.high(i));
            points[4 * count - 2 * i - 2] = x;
            points[4 * count - 2 * i - 1] = y(columns.low(i));
        }
        envelope.getPoints().setAll(points);
    }

    private void candles(PriceBars prices, BarRange shown, double wide) {
        List<PathElement> up = new ArrayList<>();
        List<PathElement> down = new ArrayList<>();
        double half = Math.max(1, Math.floor(0.35 * wide));
        for (int bar = shown.first(); bar < shown.end(); bar++) {
            double open = prices.open(bar);
            double close = prices.close(bar);
            List<PathElement> into = close >= open ? up : down;
            double x = Math.rint(middle(shown, bar));
            double top = y(Math.max(open, close));
            double bottom = Math.max(top + 1, y(Math.min(open, close)));
            line(into, x, y(prices.high(bar)), x, top);
            line(into, x, bottom, x, y(prices.low(bar)));
            into.add(new MoveTo(x - half, top));
            into.add(new LineTo(x + half, top));
            into.add(new LineTo(x + half, bottom));
            into.add(new LineTo(x - half, bottom));
            into.add(new LineTo(x - half, top));
        }
        rising.getElements().setAll(up);
        falling.getElements().setAll(down);
    }

    private void volume(PriceColumns columns, BarRange shown, double thick) {
        List<PathElement> bars = new ArrayList<>();
        double most = columns.largestVolume();
        if (most > 0) {
            for (int i = 0; i < columns.count(); i++) {
                double x = (x(shown, columns.first(i)) + x(shown, columns.first(i + 1))) / 2;
                double top = getHeight() * (1 - (VOLUME_SHARE - 0.02) * columns.volume(i) / most);
                line(bars, x, getHeight(), x, top);
            }
        }
        volume.setStrokeWidth(thick);
        volume.getElements().setAll(bars);
    }

    private void marks(PriceBars prices, BarRange shown, List<PriceMark> marks) {
        List<PathElement> up = new ArrayList<>();
        List<PathElement> down = new ArrayList<>();
        double lastUp = Double.NEGATIVE_INFINITY;
        double lastDown = Double.NEGATIVE_INFINITY;
        for (PriceMark mark : marks) {
            if (mark.bar() < shown.first() || mark.bar() >= shown.end()) {
                continue;
            }
            double x = middle(shown, mark.bar());
            // Where they stand closer than can be seen, one stands for them.
            if (mark.direction() > 0 && x - lastUp >= 2) {
                lastUp = x;
                triangle(up, x, y(prices.low(mark.bar())) + MARK_GAP, 2 * MARK);
            } else if (mark.direction() < 0 && x - lastDown >= 2) {
                lastDown = x;
                triangle(down, x, y(prices.high(mark.bar())) - MARK_GAP, -2 * MARK);
            }
        }
        longs.getElements().setAll(up);
        shorts.getElements().setAll(down);
    }

    private void trades(BarRange shown, List<PriceTrade> trades) {
        List<PathElement> good = new ArrayList<>();
        List<PathElement> bad = new ArrayList<>();
        for (PriceTrade trade : trades) {
            if (trade.exitBar() >= shown.first() && trade.entryBar() < shown.end()) {
                line(
                        trade.won() ? good : bad,
                        middle(shown, trade.entryBar()),
                        y(trade.entryPrice()),
                        middle(shown, trade.exitBar()),
                        y(trade.exitPrice()));
            }
        }
        won.getElements().setAll(good);
        lost.getElements().setAll(bad);
    }

    private static void line(List<PathElement> into, double x, double y, double toX, double toY) {
        into.add(new MoveTo(x, y));
        into.add(new LineTo(toX, toY));
    }

    private static void triangle(List<PathElement> into, double x, double tip, double tall) {
        into.add(new MoveTo(x, tip));
        into.add(new LineTo(x + MARK, tip + tall));
        into.add(new LineTo(x - MARK, tip + tall));
        into.add(new LineTo(x, tip));
    }
}
