package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTest {
    private static final Map<String, Value> NAMES =
            Map.of("n", new Value.Constant(14), "half", new Value.Constant(0.5), "on", new Value.Truth(true));

    private static double number(String expression) {
        return ((Value.Constant) new Evaluator(bars(1), NAMES).value(Parser.parse(expression))).value();
    }

    private static double[] series(String expression, Bars bars) {
        return switch (new Evaluator(bars, NAMES).value(Parser.parse(expression))) {
            case Value.Series series -> series.values();
            case Value.Truths truths -> {
                double[] numbers = new double[truths.values().length];
                Arrays.setAll(numbers, i -> truths.values()[i] ? 1 : 0);
                yield numbers;
            }
            case Value.Constant constant -> new double[] {constant.value()};
            case Value.Truth truth -> new double[] {truth.value() ? 1 : 0};
        };
    }

    /// A walk with gaps of zero change and large prices, where running sums would lose digits.
    static Bars bars(int size) {
        Random random = new Random(7);
        long[] time = new long[size];
        double[][] columns = new double[5][size];
        double price = 60_000;
        for (int i = 0; i < size; i++) {
            time[i] = 1_700_000_000_000L / 3_600_000 * 3_600_000 + i * 3_600_000L;
            double open = price;
            price = Math.max(1, price + (i % 7 == 0 ? 0 : random.nextGaussian() * 200));
            columns[0][i] = open;
            columns[1][i] = Math.max(open, price) + random.nextDouble() * 50;
            columns[2][i] = Math.min(open, price) - random.nextDouble() * 50;
            columns[3][i] = price;
            columns[4][i] = 1 + random.nextInt(1000);
        }
        return new Bars("X", Timeframe.H1, "test", time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3, 7",
        "(1 + 2) * 3, 9",
        "2 ^ 3 ^ 2, 512",
        "-2 ^ 2, -4",
        "2 ^ -1, 0.5",
        "7 % 3, 1",
        "-7 % 3, 2",
        "7 % -3, -2",
        "10 - 4 - 3, 3",
        "24 / 4 / 2, 3",
        "n * half, 7",
        "-n, -14",
        "1e3 + .5, 1000.5",
        "'max(3, min(9, 5))', 5",
    })
    void bindsAsMathematicsDoes(String expression, double value) {
        assertThat(number(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            commentCharacter = '~',
            value = {
                "close >               | 8  | ends too early",
                "close + lenght        | 9  | the name 'lenght' is not known",
                "rsii(close, 14)       | 1  | did you mean 'rsi'",
                "rsi(close, 0)         | 12 | whole number from 2",
                "rsi(close, 2.5)       | 12 | whole number from 2",
                "rsi(close, close)     | 12 | must be the same for all bars",
                "rsi()                 | 1  | 0 arguments given, but it is rsi(x, timeperiod=14)",
                "shift(close, -1)      | 14 | from 0",
                "close && open         | 1  | a truth value is needed",
                "(close > open) + 1    | 8  | a number is needed",
                "close & open          | 7  | 'and' is written &&",
                "1 < close < 2         | 11 | cannot be chained",
                "close(14)             | 1  | takes no brackets",
                "rsi                   | 1  | is a function",
                "close #               | 7  | not part of the language",
                "(close                | 7  | ')' expected",
            })
    void anErrorNamesItsColumnAndWhatWouldBeRight(String expression, int column, String message) {
        assertThatThrownBy(() -> new Evaluator(bars(0), NAMES).value(Parser.parse(expression)))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining(message);
    }

    @Test
    void aComparisonWithNanIsFalse() {
        Bars bars = bars(5);
        assertThat(series("shift(close, 9) == shift(close, 9)", bars)).containsOnly(0);
        assertThat(series("shift(close, 9) != 1", bars)).containsOnly(0);
        assertThat(series("!(shift(close, 9) > 1)", bars)).containsOnly(1);
    }

    @Test
    void theClockIsUtcAndMondayIsZero() {
        // 2023-11-14T22:00Z was a Tuesday.
        assertThat(series("hour()", bars(1))).containsExactly(22);
        assertThat(series("dayofweek()", bars(1))).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({"zscore", "stddev", "rolling_mean", "rolling_sum", "rolling_min", "rolling_max", "var"})
    void rollingWindowsAgreeWithTwoPassesOverEachWindow(String function) {
        Bars bars = bars(700);
        double[] x = bars.close();
        int n = 37;
        double[] rolled = series("%s(close, %d)".formatted(function, n), bars);
        for (int i = 0; i < x.length; i++) {
            if (i < n - 1) {
                assertThat(rolled[i]).isNaN();
                continue;
            }
            double[] window = Arrays.copyOfRange(x, i - n + 1, i + 1);
            double mean = Arrays.stream(window).sum() / n;
            double variance =
                    Arrays.stream(window).map(v -> (v - mean) * (v - mean)).sum() / n;
            double expected = switch (function) {
                case "zscore" -> (x[i] - mean) / Math.sqrt(variance);
                case "stddev" -> Math.sqrt(variance);
                case "var" -> variance;
                case "rolling_mean" -> mean;
                case "rolling_sum" -> mean * n;
                case "rolling_min" -> Arrays.stream(window).min().orElseThrow();
                default -> Arrays.stream(window).max().orElseThrow();
            };
            assertThat(rolled[i]).isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-12));
        }
    }

    @Test
    void aWindowOfEqualValuesHasNoDeviationAtAll() {
        Bars bars = bars(50);
        Arrays.fill(bars.close(), 61_234.567);
        assertThat(series("stddev(close, 7)", bars)).endsWith(0.0, 0.0);
        assertThat(series("zscore(close, 7)", bars)).containsOnly(Double.NaN);
    }

    static Stream<String> everyFunction() {
        return Functions.names().stream();
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void noFunctionSeesALaterBar(String name) {
        Function function = Functions.find(name).orElseThrow();
        String call = call(function);
        Bars whole = bars(400);
        double[] all = series(call, whole);
        for (int cut : new int[] {1, 60, 211, 399}) {
            double[] prefix = series(call, whole.slice(0, cut));
            assertThat(prefix).as("%s on %d bars", call, cut).isEqualTo(Arrays.copyOf(all, cut));
        }
    }

    /// The function on prices, with small periods.
    private static String call(Function function) {
        StringBuilder call = new StringBuilder(function.name()).append('(');
        String[] inputs = {"close", "volume", "high"};
        int input = 0;
        Map<String, String> given = new HashMap<>();
        for (Parameter parameter : function.parameters()) {
            if (parameter.kind() == Parameter.Kind.SERIES) {
                given.put(parameter.name(), inputs[input++]);
            } else if (!parameter.isOptional()) {
                given.put(parameter.name(), "9");
            }
        }
        String separator = "";
        for (Parameter parameter : function.parameters()) {
            if (given.containsKey(parameter.name())) {
                call.append(separator).append(given.get(parameter.name()));
                separator = ", ";
            }
        }
        return call.append(')').toString();
    }
}
