package io.github.parallelvalidation.strategy;

import static io.github.parallelvalidation.strategy.Parameter.lag;
import static io.github.parallelvalidation.strategy.Parameter.period;
import static io.github.parallelvalidation.strategy.Parameter.series;

import io.github.parallelvalidation.data.Bars;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/// Our own functions. Those that TA-Lib has too are here where TA-Lib loses digits, or means something else.
final class SeriesFunctions {
    static final Map<String, Function> ALL = all();

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    /// 1970-01-01 was a Thursday, Monday is 0.
    private static final int THURSDAY = 3;

    private SeriesFunctions() {}

    private static Map<String, Function> all() {
        Map<String, Function> all = new LinkedHashMap<>();
        for (Function function : List.of(
                of("shift", "x n bars ago", lagged(0), (x, n) -> shift(x, n)),
                of("diff", "x minus x n bars ago", lagged(1), (x, n) -> zip(x, shift(x, n), (a, b) -> a - b)),
                of("pct_change", "x over x n bars ago, minus 1", lagged(1), SeriesFunctions::change),
                of("rolling_min", "least of the last n", windowed(), Rolling::min),
                of("rolling_max", "largest of the last n", windowed(), Rolling::max),
                of("rolling_sum", "sum of the last n", windowed(), Rolling::sum),
                of("rolling_mean", "mean of the last n", windowed(), Rolling::mean),
                of(
                        "rolling_rank",
                        "rank of the present value among the last n, 1 to n, ties averaged",
                        windowed(),
                        Rolling::rank),
                of("zscore", "(x - mean) / population std of the last n", windowed(), Rolling::zscore),
                scaled("stddev", "population standard deviation of the last n, times nbdev", Rolling::std, 2),
                scaled("var", "population variance of the last n; nbdev is not used", Rolling::variance, 1),
                band("bb_upper", 1),
                band("bb_middle", 0),
                band("bb_lower", -1),
                crossing("crossed_above", true),
                crossing("crossed_below", false),
                each("abs", Math::abs),
                each("log", Math::log),
                each("exp", Math::exp),
                each("sqrt", Math::sqrt),
                each("sign", Math::signum),
                both("min", Math::min),
                both("max", Math::max),
                clip(),
                calendar("hour", "hour of the bar's open, UTC", time -> Math.floorMod(time, DAY) / HOUR),
                calendar(
                        "dayofweek",
                        "day of the bar's open, UTC, Monday is 0",
                        time -> Math.floorMod(Math.floorDiv(time, DAY) + THURSDAY, 7L)))) {
            all.put(function.name(), function);
        }
        return Map.copyOf(all);
    }

    /// One value per bar from a series and a number of bars.
    @FunctionalInterface
    private interface Windowed {
        double[] apply(double[] x, int n);
    }

    private static List<Parameter> windowed() {
        return List.of(series("x"), period());
    }

    private static List<Parameter> lagged(int least) {
        return List.of(series("x"), (least == 0 ? lag() : period()).or(1));
    }

    private static Function of(String name, String about, List<Parameter> parameters, Windowed body) {
        return new Function(
                name,
                parameters,
                about,
                (bars, arguments) -> new Value.Series(body.apply(arguments.series(0), arguments.whole(1))));
    }

    private static Function scaled(String name, String about, Windowed body, int least) {
        boolean uses = name.equals("stddev");
        Parameter period = new Parameter("timeperiod", Parameter.Kind.WHOLE, least, 100_000, 5);
        return new Function(name, List.of(series("x"), period, deviations("nbdev", 1)), about, (bars, arguments) -> {
            double[] values = body.apply(arguments.series(0), arguments.whole(1));
            double factor = uses ? arguments.number(2) : 1;
            return new Value.Series(map(values, value -> value * factor));
        });
    }

    /// TA-Lib's BBANDS with a standard deviation that keeps its digits.
    private static Function band(String name, int side) {
        List<Parameter> parameters = List.of(
                series("x"),
                new Parameter("timeperiod", Parameter.Kind.WHOLE, 2, 100_000, 5),
                deviations("nbdevup", 2),
                deviations("nbdevdn", 2),
                new Parameter("matype", Parameter.Kind.WHOLE, 0, 8, 0));
        return new Function(name, parameters, "Bollinger band of the last n", (bars, arguments) -> {
            double[] x = arguments.series(0);
            int n = arguments.whole(1);
            int type = arguments.whole(4);
            double[] middle = type == 0 ? Rolling.mean(x, n) : TaLib.movingAverage(bars, x, n, type);
            double width = side > 0 ? arguments.number(2) : side < 0 ? -arguments.number(3) : 0;
            return new Value.Series(
                    side == 0 ? middle : zip(middle, Rolling.std(x, n), (mean, std) -> mean + width * std));
        });
    }

    private static Parameter deviations(String name, double fallback) {
        return new Parameter(name, Parameter.Kind.NUMBER, -1e9, 1e9, fallback);
    }

    private static Function crossing(String name, boolean above) {
        String about = above ? "a > b now and a <= b one bar before" : "a < b now and a >= b one bar before";
        return new Function(name, List.of(series("a"), series("b")), about, (bars, arguments) -> {
            double[] a = arguments.series(above ? 0 : 1);
            double[] b = arguments.series(above ? 1 : 0);
            boolean[] crossed = new boolean[a.length];
            for (int i = 1; i < a.length; i++) {
                crossed[i] = a[i] > b[i] && a[i - 1] <= b[i - 1];
            }
            return new Value.Truths(crossed);
        });
    }

    private static Function each(String name, DoubleUnaryOperator operator) {
        return new Function(
                name,
                List.of(series("x")),
                name + " of each value",
                (bars, arguments) -> arguments.areNumbers()
                        ? new Value.Constant(operator.applyAsDouble(arguments.number(0)))
                        : new Value.Series(map(arguments.series(0), operator)));
    }

    private static Function both(String name, DoubleBinaryOperator operator) {
        return new Function(
                name,
                List.of(series("a"), series("b")),
                "the %s of a and b, bar by bar".formatted(name.equals("min") ? "lesser" : "larger"),
                (bars, arguments) -> arguments.areNumbers()
                        ? new Value.Constant(operator.applyAsDouble(arguments.number(0), arguments.number(1)))
                        : new Value.Series(zip(arguments.series(0), arguments.series(1), operator)));
    }

    private static Function clip() {
        return new Function(
                "clip",
                List.of(series("x"), series("least"), series("most")),
                "x, but not below least and not above most",
                (bars, arguments) -> new Value.Series(
                        zip(zip(arguments.series(0), arguments.series(1), Math::max), arguments.series(2), Math::min)));
    }

    private static Function calendar(String name, String about, LongUnaryOperator part) {
        return new Function(name, List.of(), about, (bars, arguments) -> new Value.Series(calendar(bars, part)));
    }

    private static double[] calendar(Bars bars, LongUnaryOperator part) {
        return Arrays.stream(bars.time()).map(part).mapToDouble(value -> value).toArray();
    }

    private static double[] change(double[] x, int n) {
        return zip(x, shift(x, n), (now, before) -> now / before - 1);
    }

    private static double[] shift(double[] x, int n) {
        double[] shifted = Rolling.nan(x.length);
        if (n < x.length) {
            System.arraycopy(x, 0, shifted, n, x.length - n);
        }
        return shifted;
    }

    private static double[] map(double[] x, DoubleUnaryOperator operator) {
        double[] result = new double[x.length];
        Arrays.setAll(result, i -> operator.applyAsDouble(x[i]));
        return result;
    }

    private static double[] zip(double[] a, double[] b, DoubleBinaryOperator operator) {
        double[] result = new double[a.length];
        Arrays.setAll(result, i -> operator.applyAsDouble(a[i], b[i]));
        return result;
    }
}
