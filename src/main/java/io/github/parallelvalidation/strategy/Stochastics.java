package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.number.Rounding;
import io.github.parallelvalidation.strategy.Function.Kernel;

/// TA-Lib's stochastics with averages that do not drift: where %K has been 0 or 100 for a while, %D is that as well,
/// and neither crosses the other.
///
/// @param raw TA-Lib's fast stochastic: with a last period of 1, its %K itself
/// @param periods how many constants come before those of the averages
/// @param slow whether %K is an average itself
/// @param average of a period and a type
record Stochastics(Kernel raw, Kernel talib, int periods, boolean slow, Kernel average) implements Kernel {
    private static final double[] ITSELF = {1, 0};
    private static final double TOP = 100;

    @Override
    public int outputs() {
        return 2;
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
        for (int type = periods + 1; type < constants.length; type += 2) {
            if (!SteadyAverages.isOverAWindow(constants[type])) {
                talib.apply(bars, series, constants, out, scratch);
                return;
            }
        }
        double[] unaveraged = new double[periods + ITSELF.length];
        System.arraycopy(constants, 0, unaveraged, 0, periods);
        System.arraycopy(ITSELF, 0, unaveraged, periods, ITSELF.length);
        double[] k = out[0];
        double[] d = out[1];
        raw.apply(bars, series, unaveraged, out, scratch);
        for (int t = 0; t < k.length; t++) {
            // TA-Lib divides by a hundredth of the range, and a close at its top is at 99.99999999999999.
            k[t] = Math.abs(k[t] - TOP) <= Rounding.OF_ONE ? TOP : k[t];
        }
        if (slow) {
            average(bars, k, constants, periods, d, scratch);
            System.arraycopy(d, 0, k, 0, k.length);
        }
        average(bars, k, constants, constants.length - 2, d, scratch);
        for (int t = 0; t < k.length; t++) {
            // TA-Lib gives both from the same bar on.
            k[t] = Double.isNaN(d[t]) ? Double.NaN : k[t];
        }
    }

    private void average(Bars bars, double[] x, double[] constants, int at, double[] out, Scratch scratch) {
        average.apply(
                bars,
                new double[][] {x},
                new double[] {constants[at], constants[at + 1]},
                new double[][] {out},
                scratch);
    }
}
