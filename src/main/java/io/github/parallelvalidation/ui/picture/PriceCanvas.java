package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.evidence.PriceBars;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;

/// Paints prices, volume, signals and trades. A canvas, and upright rectangles on whole pixels wherever they will do:
/// hundreds of thousands of bars are painted anew at the rate of the display.
final class PriceCanvas extends Pane {
    /// A bar that is at least this wide is drawn as a candle.
    private static final double CANDLE = 4;

    private static final double BODY_SHARE = 0.7;
    private static final double VOLUME_SHARE = 0.16;
    private static final double PRICE_SHARE = 0.82;
    private static final double MARGIN = 0.06;
    private static final double MARK = 4;
    private static final double CLOSEST_MARKS = 3;

    private final Canvas canvas = new Canvas();
    private final Ink price;
    private final Ink volume;
    private final Ink rising;
    private final Ink falling;
    private final Ink longs;
    private final Ink shorts;
    private double low;
    private double high;

    /// @param changed called when the colours are others
    PriceCanvas(Runnable changed) {
        price = new Ink("ink-price", changed);
        volume = new Ink("ink-volume", changed);
        rising = new Ink("ink-rising", changed);
        falling = new Ink("ink-falling", changed);
        longs = new Ink("ink-long", changed);
        shorts = new Ink("ink-short", changed);
        canvas.setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().addAll(canvas, price, volume, rising, falling, longs, shorts);
    }

    /// Of the prices that are seen.
    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double y(double price) {
        return PRICE_SHARE * getHeight() * (1 - (price - low) / (high - low));
    }

    void draw(PriceBars prices, BarRange shown, List<PriceMark> marks, List<PriceTrade> trades) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        PriceColumns columns = PriceColumns.of(prices, shown, (int) getWidth());
        double room = Math.max(columns.highest() - columns.lowest(), 1e-9 * Math.abs(columns.highest()));
        low = columns.lowest() - MARGIN * room;
        high = columns.highest() + MARGIN * room;
        volume(pen, columns, shown);
        if (getWidth() / shown.width() >= CANDLE) {
            candles(pen, prices, shown);
        } else {
            ranges(pen, columns, shown);
        }
        trades(pen, shown, trades);
        marks(pen, prices, shown, marks);
    }

    private double left(BarRange shown, int bar) {
        return Math.rint((bar - shown.from()) / shown.width() * getWidth());
    }

    private double middle(BarRange shown, int bar) {
        return shown.position(bar) * getWidth();
    }

    private void volume(GraphicsContext pen, PriceColumns columns, BarRange shown) {
        double most = columns.largestVolume();
        if (most <= 0) {
            return;
        }
        pen.setFill(volume.paint());
        for (int i = 0; i < columns.count(); i++) {
            double x = left(shown, columns.first(i));
            double wide = left(shown, columns.first(i + 1)) - x;
            double tall = Math.rint(VOLUME_SHARE * getHeight() * columns.volume(i) / most);
            pen.fillRect(x, getHeight() - tall, wide > 2 ? wide - 1 : Math.max(1, wide), tall);
        }
    }

    /// From the lowest to the highest price of each column, and over what is between two columns.
    private void ranges(GraphicsContext pen, PriceColumns columns, BarRange shown) {
        pen.setFill(price.paint());
        for (int i = 0; i < columns.count(); i++) {
            double top = columns.high(i);
            double bottom = columns.low(i);
            if (i > 0) {
                top = Math.max(top, columns.low(i - 1));
                bottom = Math.min(bottom, columns.high(i - 1));
            }
            double x = left(shown, columns.first(i));
            double from = Math.rint(y(top));
            pen.fillRect(
                    x,
                    from,
                    Math.max(1, left(shown, columns.first(i + 1)) - x),
                    Math.max(1, Math.rint(y(bottom)) - from));
        }
    }

    private void candles(GraphicsContext pen, PriceBars prices, BarRange shown) {
        double wide = Math.max(3, Math.floor(BODY_SHARE * getWidth() / shown.width()));
        for (int bar = shown.first(); bar < shown.end(); bar++) {
            double open = prices.open(bar);
            double close = prices.close(bar);
            pen.setFill(close >= open ? rising.paint() : falling.paint());
            double x = Math.floor(middle(shown, bar));
            double top = Math.rint(y(prices.high(bar)));
            pen.fillRect(x, top, 1, Math.max(1, Math.rint(y(prices.low(bar))) - top));
            double body = Math.rint(y(Math.max(open, close)));
            pen.fillRect(x - Math.floor(wide / 2), body, wide, Math.max(1, Math.rint(y(Math.min(open, close))) - body));
        }
    }

    private void trades(GraphicsContext pen, BarRange shown, List<PriceTrade> trades) {
        pen.setLineWidth(1.5);
        for (PriceTrade trade : trades) {
            if (trade.exitBar() >= shown.first() && trade.entryBar() < shown.end()) {
                pen.setStroke(trade.won() ? longs.paint() : shorts.paint());
                pen.strokeLine(
                        middle(shown, trade.entryBar()),
                        y(trade.entryPrice()),
                        middle(shown, trade.exitBar()),
                        y(trade.exitPrice()));
            }
        }
    }

    /// Where marks of one kind stand closer than can be told apart, one stands for them.
    private void marks(GraphicsContext pen, PriceBars prices, BarRange shown, List<PriceMark> marks) {
        double lastLong = Double.NEGATIVE_INFINITY;
        double lastShort = Double.NEGATIVE_INFINITY;
        for (PriceMark mark : marks) {
            if (mark.bar() < shown.first() || mark.bar() >= shown.end()) {
                continue;
            }
            double x = middle(shown, mark.bar());
            if (mark.direction() > 0 && x - lastLong >= CLOSEST_MARKS) {
                lastLong = x;
                pen.setFill(longs.paint());
                triangle(pen, x, y(prices.low(mark.bar())) + MARK, 2 * MARK);
            } else if (mark.direction() < 0 && x - lastShort >= CLOSEST_MARKS) {
                lastShort = x;
                pen.setFill(shorts.paint());
                triangle(pen, x, y(prices.high(mark.bar())) - MARK, -2 * MARK);
            }
        }
    }

    private static void triangle(GraphicsContext pen, double x, double tip, double tall) {
        pen.fillPolygon(new double[] {x, x + MARK, x - MARK}, new double[] {tip, tip + tall, tip + tall}, 3);
    }
}
