package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Function.Kernel;

/// TA-Lib's averages over a window, held to their meaning where rounding would break it: the average of n equal values
/// is that value. TA-Lib carries running totals, after which a price that stands still lies above its own average.
final class SteadyAverages {
    private static final int SIMPLE = 0;
    private static final int WEIGHTED = 2;
    private static final int TRIANGULAR = 5;

    private SteadyAverages() {}

    /// As TA-Lib's SMA, without its running total.
    static void simple(double[] x, int n, double[] out, Scratch scratch) {
        Rolling.mean(x, n, out, scratch);
        onlyFinite(out);
    }

    static void sum(double[] x, int n, double[] out, Scratch scratch) {
        Rolling.sum(x, n, out, scratch);
        onlyFinite(out);
    }

    /// As in all of TA-Lib's functions here, what is not finite is not known.
    private static void onlyFinite(double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.abs(out[i]) <= Double.MAX_VALUE ? out[i] : Double.NaN;
        }
    }

    /// @param average one of TA-Lib's that is a weighted mean of the last n values
    static Kernel of(Kernel average) {
        return (bars, series, constants, out, scratch) -> {
            average.apply(bars, series, constants, out, scratch);
            holdSteady(series[0], (int) constants[0], out[0]);
        };
    }

    /// Whether TA-Lib's average of this type looks at the last n values alone.
    static boolean isOverAWindow(double type) {
        return switch ((int) type) {
            case SIMPLE, WEIGHTED, TRIANGULAR -> true;
            default -> false;
        };
    }

    /// @param averages TA-Lib's `ma` of a period and a type
    static Kernel ofTypes(Kernel averages) {
        Kernel steady = of(averages);
        return (Bars bars, double[][] series, double[] constants, double[][] out, Scratch scratch) -> {
            switch ((int) constants[1]) {
                case SIMPLE -> simple(series[0], (int) constants[0], out[0], scratch);
                case WEIGHTED, TRIANGULAR -> steady.apply(bars, series, constants, out, scratch);
                default -> averages.apply(bars, series, constants, out, scratch);
            }
        };
    }

    private static void holdSteady(double[] x, int n, double[] out) {
        int equal = 0;
        for (int i = 0; i < x.length; i++) {
            equal = i > 0 && x[i] == x[i - 1] ? equal + 1 : 1;
            if (equal >= n && Math.abs(x[i]) <= Double.MAX_VALUE) {
                out[i] = x[i];
            }
        }
    }
}
