package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Function.Kernel;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// TA-Lib's other functions over a window, held to their meaning where what they look at stands still. TA-Lib's
/// running totals keep the rounding of all that was before: two averages of a price that no longer moves differ in
/// their last digits, its slope is not 0, and its commodity channel index is anything at all.
///
/// Functions that never forget, such as exponential averages, come near such a value and never reach it; they are
/// TA-Lib's own.
final class SteadyFunctions {
    private SteadyFunctions() {}

    /// Mends what TA-Lib gave.
    private interface Correction {
        void apply(Bars bars, double[][] series, double[] constants, double[][] out);
    }

    private record Held(Kernel talib, Correction correction) implements Kernel {
        @Override
        public int outputs() {
            return talib.outputs();
        }

        @Override
        public boolean readsVolume() {
            return talib.readsVolume();
        }

        @Override
        public boolean readsPrices() {
            return talib.readsPrices();
        }

        @Override
        public void apply(Bars bars, double[][] series, double[] constants, double[][] out, Scratch scratch) {
            talib.apply(bars, series, constants, out, scratch);
            correction.apply(bars, series, constants, out);
        }
    }

    /// A slope, an angle, a correlation: 0 where one of the series has not moved.
    ///
    /// @param values how many of them must be equal, by the function's period
    static Kernel zero(Kernel talib, IntUnaryOperator values) {
        return new Held(talib, (bars, series, constants, out) -> {
            for (double[] x : series) {
                zero(x, values.applyAsInt((int) constants[0]), out[0]);
            }
        });
    }

    /// The difference of two averages over windows.
    static Kernel difference(Kernel talib) {
        return new Held(talib, (bars, series, constants, out) -> {
            if (SteadyAverages.isOverAWindow(constants[2])) {
                zero(series[0], (int) Math.max(constants[0], constants[1]), out[0]);
            }
        });
    }

    /// `macdext`: the difference of two averages, an average of that, and what is between them.
    static Kernel differences(Kernel talib) {
        return new Held(talib, (bars, series, constants, out) -> {
            int fast = 1;
            int slow = 3;
            int signal = 5;
            if (!SteadyAverages.isOverAWindow(constants[fast]) || !SteadyAverages.isOverAWindow(constants[slow])) {
                return;
            }
            int window = (int) Math.max(constants[fast - 1], constants[slow - 1]);
            zero(series[0], window, out[0]);
            if (SteadyAverages.isOverAWindow(constants[signal])) {
                zero(series[0], window + (int) constants[signal - 1] - 1, out[1]);
            }
            for (int t = 0; t < out[2].length; t++) {
                out[2][t] = out[0][t] - out[1][t];
            }
        });
    }

    /// `mavp`, whose period is another on each bar.
    static Kernel averageOfVariedPeriod(Kernel talib) {
        return new Held(talib, (bars, series, constants, out) -> {
            if (!SteadyAverages.isOverAWindow(constants[2])) {
                return;
            }
            double[] x = series[0];
            int equal = 0;
            for (int t = 0; t < x.length; t++) {
                equal = t > 0 && x[t] == x[t - 1] ? equal + 1 : 1;
                double period = Math.clamp(series[1][t], constants[0], constants[1]);
                if (equal >= (int) period && !Double.isNaN(out[0][t])) {
                    out[0][t] = x[t];
                }
            }
        });
    }

    /// `cci`: no distance from the mean is 0, also when divided by no deviation.
    static Kernel channelIndex(Kernel talib) {
        return new Held(talib, (bars, series, constants, out) -> {
            double[] typical = new double[bars.length()];
            Arrays.setAll(typical, t -> (bars.high()[t] + bars.low()[t] + bars.close()[t]) / 3);
            zero(typical, (int) constants[0], out[0]);
        });
    }

    /// The mean of a bar's prices is the price where there is only one.
    static Kernel meanOfBar(Kernel talib) {
        return new Held(talib, (bars, series, constants, out) -> {
            double[] close = bars.close();
            for (int t = 0; t < close.length; t++) {
                // A bar's open and close are between its low and high.
                if (bars.high()[t] == bars.low()[t] && bars.high()[t] == close[t]) {
                    out[0][t] = close[t];
                }
            }
        });
    }

    private static void zero(double[] x, int n, double[] out) {
        int equal = 0;
        for (int t = 0; t < x.length; t++) {
            equal = t > 0 && x[t] == x[t - 1] ? equal + 1 : 1;
            if (equal >= n && !Double.isNaN(out[t])) {
                out[t] = 0;
            }
        }
    }
}
