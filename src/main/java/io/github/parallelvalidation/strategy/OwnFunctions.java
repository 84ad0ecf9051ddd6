package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Function.Kernel;
import io.github.parallelvalidation.strategy.Function.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// Functions implemented here: those that TA-Lib does not have, and those of TA-Lib whose variance is computed more
/// stably here.
final class OwnFunctions {
    private static final Parameter X = Parameter.series("x");
    private static final Parameter N = Parameter.period("n", 1);
    private static final long DAY = 86_400_000L;
    private static final long HOUR = 3_600_000L;

    private OwnFunctions() {}

    static List<Function> all() {
        return Stream.of(elements(), windows(), variances())
                .flatMap(List::stream)
                .toList();
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
                        (bars, series, constants) -> {
                            double[] above = zip(bars.length(), series[0], series[1], Math::max);
                            return one(zip(bars.length(), above, series[2], Math::min));
                        },
                        0,
                        true),
                ofBars("hour", OwnFunctions::hours),
                ofBars("dayofweek", OwnFunctions::daysOfWeek));
    }

    private static List<Function> windows() {
        return List.of(
                function("shift", List.of(X, Parameter.period("n", 0)), OwnFunctions::shift),
                function("diff", List.of(X, N), (x, n) -> zip(x.length, x, shift(x, n), (now, before) -> now - before)),
                function(
                        "pct_change",
                        List.of(X, N),
                        (x, n) -> zip(x.length, x, shift(x, n), (now, before) -> now / before - 1)),
                function("rolling_min", List.of(X, N), Rolling::min),
                function("rolling_max", List.of(X, N), Rolling::max),
                function("rolling_sum", List.of(X, N), Rolling::sum),
                function("rolling_mean", List.of(X, N), Rolling::mean),
                function("rolling_rank", List.of(X, N), Rolling::rank),
                function("zscore", List.of(X, N), OwnFunctions::zscore));
    }

    private static List<Function> variances() {
        return List.of(
                new Function(
                        "stddev",
                        List.of(X, Parameter.period("time_period", 2, 5), Parameter.real("nb_dev", 1)),
                        (bars, series, constants) -> one(deviations(series[0], (int) constants[0], constants[1])),
                        0,
                        false),
                new Function(
                        "var",
                        // TA-Lib takes the factor and does not use it.
                        List.of(X, Parameter.period("time_period", 1, 5), Parameter.real("nb_dev", 1)),
                        (bars, series, constants) -> one(Rolling.variance(series[0], (int) constants[0])),
                        0,
                        false));
    }

    /// TA-Lib's Bollinger bands, upper, middle and lower: its own moving average, and a stable deviation.
    ///
    /// @param average TA-Lib's `ma` of a period and a type
    static Kernel bands(Kernel average) {
        return (bars, series, constants) -> {
            double[] middle = average.apply(bars, series, new double[] {constants[0], constants[3]})[0];
            double[] deviation = deviations(series[0], (int) constants[0], 1);
            double up = constants[1];
            double down = constants[2];
            return new double[][] {
                zip(middle.length, middle, deviation, (center, one) -> center + one * up),
                middle,
                zip(middle.length, middle, deviation, (center, one) -> center - one * down)
            };
        };
    }

    static double[] shift(double[] x, int n) {
        double[] result = new double[x.length];
        int moved = Math.min(n, x.length);
        Arrays.fill(result, 0, moved, Double.NaN);
        System.arraycopy(x, 0, result, moved, x.length - moved);
        return result;
    }

    private static double[] deviations(double[] x, int n, double factor) {
        double[] result = Rolling.variance(x, n);
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.sqrt(result[i]) * factor;
        }
        return result;
    }

    private static double[] zscore(double[] x, int n) {
        double[] result = Rolling.mean(x, n);
        double[] variance = Rolling.variance(x, n);
        for (int i = 0; i < result.length; i++) {
            // Without spread there is no score: 0/0 is not left to rounding.
            result[i] = variance[i] > 0 ? (x[i] - result[i]) / Math.sqrt(variance[i]) : Double.NaN;
        }
        return result;
    }

    private static double[] hours(Bars bars) {
        double[] result = new double[bars.length()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (int) (Math.floorMod(bars.time()[i], DAY) / HOUR);
        }
        return result;
    }

    private static double[] daysOfWeek(Bars bars) {
        double[] result = new double[bars.length()];
        for (int i = 0; i < result.length; i++) {
            // Day 0 was a Thursday, 3 where Monday is 0.
            result[i] = Math.floorMod(Math.floorDiv(bars.time()[i], DAY) + 3, 7L);
        }
        return result;
    }

    private static Function element(String name, DoubleUnaryOperator operator) {
        return new Function(
                name,
                List.of(X),
                (bars, series, constants) -> {
                    double[] x = series[0];
                    double[] result = new double[bars.length()];
                    int mask = Elementwise.mask(x);
                    for (int i = 0; i < result.length; i++) {
                        result[i] = operator.applyAsDouble(x[i & mask]);
                    }
                    return one(result);
                },
                0,
                true);
    }

    private static Function pair(String name, DoubleBinaryOperator operator) {
        return new Function(
                name,
                List.of(Parameter.series("a"), Parameter.series("b")),
                (bars, series, constants) -> one(zip(bars.length(), series[0], series[1], operator)),
                0,
                true);
    }

    private static Function ofBars(String name, java.util.function.Function<Bars, double[]> kernel) {
        return new Function(name, List.of(), (bars, series, constants) -> one(kernel.apply(bars)), 0, false);
    }

    private interface Window {
        double[] apply(double[] x, int n);
    }

    private static Function function(String name, List<Parameter> parameters, Window window) {
        return new Function(
                name,
                parameters,
                (bars, series, constants) -> one(window.apply(series[0], (int) constants[0])),
                0,
                false);
    }

    private static double[][] one(double[] series) {
        return new double[][] {series};
    }

    private static double[] zip(int length, double[] a, double[] b, DoubleBinaryOperator operator) {
        double[] result = new double[length];
        int maskA = Elementwise.mask(a);
        int maskB = Elementwise.mask(b);
        for (int i = 0; i < length; i++) {
            result[i] = operator.applyAsDouble(a[i & maskA], b[i & maskB]);
        }
        return result;
    }
}
