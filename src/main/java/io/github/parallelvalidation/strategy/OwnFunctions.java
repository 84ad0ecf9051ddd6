package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Function.Kernel;
import io.github.parallelvalidation.strategy.Function.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// The functions that are not TA-Lib's, and those of TA-Lib whose variance is computed more stably here.
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
                        (bars, series, constants) -> zip(zip(series[0], series[1], Math::max), series[2], Math::min)),
                new Function("hour", List.of(), (bars, series, constants) -> hours(bars)),
                new Function("dayofweek", List.of(), (bars, series, constants) -> daysOfWeek(bars)));
    }

    private static List<Function> windows() {
        return List.of(
                new Function(
                        "shift",
                        List.of(X, Parameter.period("n", 0)),
                        (bars, series, constants) -> shift(series[0], (int) constants[0])),
                window("diff", (x, n) -> zip(x, shift(x, n), (now, before) -> now - before)),
                window("pct_change", (x, n) -> zip(x, shift(x, n), (now, before) -> now / before - 1)),
                window("rolling_min", Rolling::min),
                window("rolling_max", Rolling::max),
                window("rolling_sum", Rolling::sum),
                window("rolling_mean", Rolling::mean),
                window("rolling_rank", Rolling::rank),
                window("zscore", OwnFunctions::zscore));
    }

    private static List<Function> variances() {
        return List.of(
                new Function(
                        "stddev",
                        List.of(X, Parameter.period("time_period", 2, 5), Parameter.real("nb_dev", 1)),
                        (bars, series, constants) -> deviations(series[0], (int) constants[0], constants[1])),
                new Function(
                        "var",
                        // TA-Lib takes the factor and does not use it.
                        List.of(X, Parameter.period("time_period", 1, 5), Parameter.real("nb_dev", 1)),
                        (bars, series, constants) -> Rolling.variance(series[0], (int) constants[0])));
    }

    /// TA-Lib's Bollinger bands: its own middle, and a stable deviation.
    static Kernel band(Kernel middle, int factorAt, int sign) {
        return (bars, series, constants) -> {
            double[] center = middle.apply(bars, series, constants);
            double[] width = deviations(series[0], (int) constants[0], sign * constants[factorAt]);
            return zip(center, width, Double::sum);
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
        return map(Rolling.variance(x, n), variance -> Math.sqrt(variance) * factor);
    }

    private static double[] zscore(double[] x, int n) {
        double[] distance = zip(x, Rolling.mean(x, n), (value, mean) -> value - mean);
        // Without spread there is no score: 0/0 is not left to rounding.
        return zip(
                distance, Rolling.variance(x, n), (d, variance) -> variance > 0 ? d / Math.sqrt(variance) : Double.NaN);
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
        return new Function(name, List.of(X), (bars, series, constants) -> map(series[0], operator));
    }

    private static Function pair(String name, DoubleBinaryOperator operator) {
        return new Function(
                name,
                List.of(Parameter.series("a"), Parameter.series("b")),
                (bars, series, constants) -> zip(series[0], series[1], operator));
    }

    private interface Window {
        double[] apply(double[] x, int n);
    }

    private static Function window(String name, Window window) {
        return new Function(
                name, List.of(X, N), (bars, series, constants) -> window.apply(series[0], (int) constants[0]));
    }

    private static double[] map(double[] x, DoubleUnaryOperator operator) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = operator.applyAsDouble(x[i]);
        }
        return result;
    }

    private static double[] zip(double[] a, double[] b, DoubleBinaryOperator operator) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = operator.applyAsDouble(a[i], b[i]);
        }
        return result;
    }
}
