package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.BarLoader;
import io.github.parallelvalidation.data.BarSource;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Lookback;
import io.github.parallelvalidation.data.Timeframe;
import java.nio.file.Path;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;

/// The hourly bitcoin bars of the sample workspace, each as large as it was, but up or down as somebody decides.
final class TurnedBitcoin {
    private static final Path FILE = Path.of("assets/sample-workspace/.crypto/data/BTCUSD_1h.csv");
    private static final Bars REAL = load();

    /// Decides a bar from the closes before it.
    interface Upward {
        /// @param close of the new market, known before `bar`
        double probability(double[] close, int bar);
    }

    private TurnedBitcoin() {}

    private static Bars load() {
        return new BarLoader(Optional.empty())
                .load(
                        BarSource.ofFile(FILE, Timeframe.H1),
                        "BTCUSD",
                        Timeframe.H1,
                        new Lookback(Period.ofYears(2), 0),
                        Path.of("."));
    }

    static Bars asItWas() {
        return REAL;
    }

    /// A stretch of the two years from anywhere in them.
    static Bars bars(Draws draws, int length, Upward upward) {
        int from = 1 + draws.below(REAL.length() - length);
        double[] open = new double[length];
        double[] high = new double[length];
        double[] low = new double[length];
        double[] close = new double[length];
        double before = REAL.close()[from - 1];
        for (int t = 0; t < length; t++) {
            int at = from + t;
            double was = REAL.close()[at - 1];
            boolean isUp = REAL.close()[at] > was;
            if (isUp == draws.holds(upward.probability(close, t))) {
                open[t] = before * (REAL.open()[at] / was);
                high[t] = before * (REAL.high()[at] / was);
                low[t] = before * (REAL.low()[at] / was);
                close[t] = before * (REAL.close()[at] / was);
            } else {
                open[t] = before * (was / REAL.open()[at]);
                high[t] = before * (was / REAL.low()[at]);
                low[t] = before * (was / REAL.high()[at]);
                close[t] = before * (was / REAL.close()[at]);
            }
            before = close[t];
        }
        return new Bars(
                REAL.symbol(),
                REAL.timeframe(),
                "bitcoin, turned",
                Arrays.copyOfRange(REAL.time(), from, from + length),
                open,
                high,
                low,
                close,
                Arrays.copyOfRange(REAL.volume(), from, from + length));
    }
}
