package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Function.Kernel;
import io.github.parallelvalidation.strategy.Function.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// Functions implemented here: those that TA-Lib does not have, and those of TA-Lib whose sums and variances are
/// computed more exactly here.
final class OwnFunctions {
    private static final Parameter X = Parameter.series("x");
    private static final Parameter N = Parameter.period("n", 1);
    private static final Parameter PERIOD = Parameter.period("time_period", 2, 30);
    private static final long DAY = 86_400_000L;
    private static final long HOUR = 3_600_000L;

    private OwnFunctions() {}

    static List<Function> all() {
        return Stream.of(elements(), windows(), talibs()).flatMap(List::stream).toList();
    }

    private static List<Function> elements() {
        return List.of(
                element("abs", Math::abs),
                element("log", Math::log),
                element("exp", Math::exp),
                element("sqrt", Math::sqrt),
                element("sign", Math::signum),
                pair("min", Math::min),
                pair("max", Math::max),
                new Function(
                        "clip",
                        List.of(X, Parameter.series("low"), Parameter.series("high")),
                        (bars, series, constants, out, scratch) -> {
                            zip(series[0], series[1], out[0], Math::max);
                            zip(out[0], series[2], out[0], Math::min);
                        },
                        0,
                        true),
                ofBars("hour", OwnFunctions::hours),
                ofBars("dayofweek", OwnFunctions::daysOfWeek));
    }

    private static List<Function> windows() {
        return List.of(
                function("shift", List.of(X, Parameter.period("n", 0)), (x, n, out, scratch) -> shift(x, n, out)),
                function("diff", List.of(X, N), OwnFunctions::diff),
                function("pct_change", List.of(X, N), OwnFunctions::change),
                function("rolling_min", List.of(X, N), Rolling::min),
                function("rolling_max", List.of(X, N), Rolling::max),
                function("rolling_sum", List.of(X, N), Rolling::sum),
                function("rolling_mean", List.of(X, N), Rolling::mean),
                function("rolling_rank", List.of(X, N), Rolling::rank),
                function("zscore", List.of(X, N), Rolling::zscore));
    }

    /// TA-Lib's `sma` and `sum` carry a running total, whose rounding lets a price that stands still lie above its own
    /// average; its variances lose digits on large prices.
    private static List<Function> talibs() {
        return List.of(
                function("sma", List.of(Parameter.series("real"), PERIOD), SteadyAverages::simple),
                function("sum", List.of(Parameter.series("real"), PERIOD), SteadyAverages::sum),
                new Function(
                        "stddev",
                        List.of(X, Parameter.period("time_period", 2, 5), Parameter.real("nb_dev", 1)),
                        (bars, series, constants, out, scratch) ->
                                deviations(series[0], (int) constants[0], constants[1], out[0], scratch),
                        0,
                        false),
                new Function(
                        "var",
                        // TA-Lib takes the factor and does not use it.
                        List.of(X, Parameter.period("time_period", 1, 5), Parameter.real("nb_dev", 1)),
                        (bars, series, constants, out, scratch) ->
                                Rolling.variance(series[0], (int) constants[0], out[0], scratch),
                        0,
                        false));
    }

    /// TA-Lib's Bollinger bands, upper, middle and lower: around a moving average, with a stable deviation.
    ///
    /// @param average of a period and a type
    static Kernel bands(Kernel average) {
        return new Kernel() {
            @Override
            public int outputs() {
                return 3;
            }

            @Override
            public void apply(Bars bars, double[][] series, double[] constants, double[][] out, Scratch scratch) {
                double[] upper = out[0];
                double[] middle = out[1];
                double[] lower = out[2];
                average.apply(
                        bars, series, new double[] {constants[0], constants[3]}, new double[][] {middle}, scratch);
                deviations(series[0], (int) constants[0], 1, upper, scratch);
                for (int i = 0; i < middle.length; i++) {
                    double deviation = upper[i];
                    upper[i] = middle[i] + deviation * constants[1];
                    lower[i] = middle[i] - deviation * constants[2];
                }
            }
        };
    }

    private static void shift(double[] x, int n, double[] out) {
        int moved = Math.min(n, x.length);
        Arrays.fill(out, 0, moved, Double.NaN);
        System.arraycopy(x, 0, out, moved, x.length - moved);
    }

    private static void diff(double[] x, int n, double[] out, Scratch scratch) {
        Arrays.fill(out, 0, Math.min(n, x.length), Double.NaN);
        for (int i = n; i < x.length; i++) {
            out[i] = x[i] - x[i - n];
        }
    }

    private static void change(double[] x, int n, double[] out, Scratch scratch) {
        Arrays.fill(out, 0, Math.min(n, x.length), Double.NaN);
        for (int i = n; i < x.length; i++) {
            out[i] = x[i] / x[i - n] - 1;
        }
    }

    private static void deviations(double[] x, int n, double factor, double[] out, Scratch scratch) {
        Rolling.variance(x, n, out, scratch);
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.sqrt(out[i]) * factor;
        }
    }

    private static void hours(Bars bars, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) (Math.floorMod(bars.time()[i], DAY) / HOUR);
        }
    }

    private static void daysOfWeek(Bars bars, double[] out) {
        for (int i = 0; i < out.length; i++) {
            // Day 0 was a Thursday, 3 where Monday is 0.
            out[i] = Math.floorMod(Math.floorDiv(bars.time()[i], DAY) + 3, 7L);
        }
    }

    private static Function element(String name, DoubleUnaryOperator operator) {
        return new Function(
                name,
                List.of(X),
                (bars, series, constants, out, scratch) -> {
                    double[] x = series[0];
                    double[] result = out[0];
                    int mask = Elementwise.mask(x);
                    for (int i = 0; i < result.length; i++) {
                        result[i] = operator.applyAsDouble(x[i & mask]);
                    }
                },
                0,
                true);
    }

    private static Function pair(String name, DoubleBinaryOperator operator) {
        return new Function(
                name,
                List.of(Parameter.series("a"), Parameter.series("b")),
                (bars, series, constants, out, scratch) -> zip(series[0], series[1], out[0], operator),
                0,
                true);
    }

    private interface OfBars {
        void apply(Bars bars, double[] out);
    }

    private static Function ofBars(String name, OfBars kernel) {
        return new Function(
                name, List.of(), (bars, series, constants, out, scratch) -> kernel.apply(bars, out[0]), 0, false);
    }

    private interface Window {
        void apply(double[] x, int n, double[] out, Scratch scratch);
    }

    private static Function function(String name, List<Parameter> parameters, Window window) {
        return new Function(
                name,
                parameters,
                (bars, series, constants, out, scratch) -> window.apply(series[0], (int) constants[0], out[0], scratch),
                0,
                false);
    }

    private static void zip(double[] a, double[] b, double[] result, DoubleBinaryOperator operator) {
        int maskA = Elementwise.mask(a);
        int maskB = Elementwise.mask(b);
        for (int i = 0; i < result.length; i++) {
            result[i] = operator.applyAsDouble(a[i & maskA], b[i & maskB]);
        }
    }
}
