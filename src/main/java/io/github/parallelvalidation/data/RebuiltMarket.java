package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.DataException;
import java.nio.file.Path;

/// A market and its rebuilt forms: the same bars, volume, volatility and drift, but the direction of every bar drawn
/// anew. Whatever a strategy scores there is luck. A wild bootstrap with Rademacher weights (Wu 1986; Liu 1988) of the
/// log returns about their mean.
public final class RebuiltMarket {
    private static final int OPEN = 0;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int CLOSE = 3;
    private static final int PRICES = 4;

    /// Four ratios to the close before for a bar as it is, four for the turned one.
    private static final int RATIOS = 2 * PRICES;

    private static final long SECOND = 1_000;

    /// Where all bars together go no farther than this, as logarithms of ratios, no order of directions leads beyond
    /// the limits of rebuilt prices: each counts at most nine times, in prices, drift and a bar's own range.
    private static final double NEAR = 30;

    private final Bars real;
    private final Bars rebuilt;
    private final double[] ratios;
    private final long[] turned;
    private boolean mayGoFar;
    private int block = -1;

    public RebuiltMarket(Bars real) {
        this.real = real;
        int n = real.length();
        this.ratios = new double[RATIOS * n];
        this.turned = new long[n];
        this.rebuilt = new Bars(
                real.symbol(),
                real.timeframe(),
                real.source(),
                real.time(),
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                real.volume());
        findRatios();
    }

    private void findRatios() {
        int n = real.length();
        double[] close = real.close();
        // Twice the mean log return: what a return is mirrored about. Strict: the same digits on every machine.
        double drift = n > 1 ? StrictMath.pow(close[n - 1] / close[0], 2.0 / (n - 1)) : 1;
        double reach = 0;
        for (int t = 1; t < n; t++) {
            double before = close[t - 1];
            int at = RATIOS * t;
            // Never less than the logarithm.
            reach += PriceLimits.ratio(before, real.high()[t], real.low()[t]) - 1;
            ratios[at + OPEN] = real.open()[t] / before;
            ratios[at + HIGH] = real.high()[t] / before;
            ratios[at + LOW] = real.low()[t] / before;
            ratios[at + CLOSE] = close[t] / before;
            ratios[at + PRICES + OPEN] = drift * (before / real.open()[t]);
            ratios[at + PRICES + HIGH] = drift * (before / real.low()[t]);
            ratios[at + PRICES + LOW] = drift * (before / real.high()[t]);
            ratios[at + PRICES + CLOSE] = drift * (before / close[t]);
        }
        mayGoFar = reach > NEAR;
    }

    /// How much memory one holds with the real market's, in bytes.
    public static long bytes(Bars real) {
        long perBar = (long) Double.BYTES * (RATIOS + PRICES) + Long.BYTES;
        return real.bytes() + perBar * real.length();
    }

    /// The market rebuilt; its arrays are overwritten by the next call.
    ///
    /// @param number from 1
    /// @throws DataException when its prices cannot be calculated with, which takes bars that were made for that
    public Bars world(int number) {
        int wanted = (number - 1) / Directions.WORLDS;
        if (wanted != block) {
            block = wanted;
            for (int t = 0; t < turned.length; t++) {
                turned[t] = Directions.turned(Math.floorDiv(real.time()[t], SECOND), block);
            }
        }
        rebuild((number - 1) % Directions.WORLDS);
        if (mayGoFar) {
            requireNumbers(number);
        }
        return rebuilt;
    }

    private void requireNumbers(int number) {
        double[] low = rebuilt.low();
        double[] high = rebuilt.high();
        double least = Double.MAX_VALUE;
        double largest = 0;
        for (int t = 0; t < low.length; t++) {
            least = Math.min(least, low[t]);
            largest = Math.max(largest, high[t]);
        }
        // NaN is in no bounds.
        if (!(least >= PriceLimits.LEAST_REBUILT && largest <= PriceLimits.MOST_REBUILT)) {
            throw DataException.invalid(
                    Path.of(real.source()),
                    "its bars move so much that prices go from %s to %s in the rebuilt market %d; these cannot be calculated with"
                            .formatted(least, largest, number));
        }
    }

    private void rebuild(int bit) {
        double[] open = rebuilt.open();
        double[] high = rebuilt.high();
        double[] low = rebuilt.low();
        double[] close = rebuilt.close();
        if (close.length == 0) {
            return;
        }
        open[0] = real.open()[0];
        high[0] = real.high()[0];
        low[0] = real.low()[0];
        double before = real.close()[0];
        close[0] = before;
        for (int t = 1; t < close.length; t++) {
            int at = RATIOS * t + PRICES * (int) (turned[t] >>> bit & 1);
            open[t] = before * ratios[at + OPEN];
            high[t] = before * ratios[at + HIGH];
            low[t] = before * ratios[at + LOW];
            before *= ratios[at + CLOSE];
            close[t] = before;
        }
    }
}
