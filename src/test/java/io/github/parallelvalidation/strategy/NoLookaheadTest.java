package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.number.PlainNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cutting the bars at any place changes nothing before it: for every function, crossing and operator, with several
/// values of every argument, on series without and with gaps.
class NoLookaheadTest {
    private static final Bars BARS = TestBars.of(400);
    private static final List<Integer> CUTS = List.of(1, 2, 3, 17, 40, 41, 64, 149, 150, 151, 260, 291, 399);
    /// The second has a gap, where indicators start anew.
    private static final List<List<String>> SERIES =
            List.of(List.of("close", "volume", "open"), List.of("log(close - 100.5)", "high - low", "diff(close, 3)"));

    private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "%", "^");
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

    static Stream<String> everyCall() {
        return Functions.all().names().stream().flatMap(name -> calls(name).stream());
    }

    private static List<String> calls(String name) {
        if (Functions.CROSSINGS.contains(name)) {
            return List.of(name + "(close, open)", name + "(close, 105)", name + "(sma(close, 5), ema(close, 20))");
        }
        Function function = Functions.all().find(name).orElseThrow();
        List<String> calls = new ArrayList<>();
        for (List<String> series : SERIES) {
            for (int variant = 0; variant < 4; variant++) {
                calls.add(call(function, series, variant));
            }
        }
        return calls.stream().distinct().toList();
    }

    /// Variant 0 leaves out what may be left out; the others take other constants.
    private static String call(Function function, List<String> series, int variant) {
        List<String> arguments = new ArrayList<>();
        for (Function.Parameter parameter : function.parameters()) {
            if (parameter.kind() == Function.Kind.SERIES) {
                arguments.add(series.get(arguments.size() % series.size()));
            } else if (variant > 0 || parameter.fallback().isEmpty()) {
                arguments.add(PlainNumber.of(constant(parameter, variant, arguments.size())));
            }
        }
        return function.name() + "(" + String.join(", ", arguments) + ")";
    }

    private static double constant(Function.Parameter parameter, int variant, int position) {
        double value = switch (parameter.kind()) {
            case WHOLE ->
                List.of(7, (int) parameter.least(), 5 + 3 * position, 40).get(variant);
            default ->
                List.of(0.5, parameter.least(), 0.3 + 0.1 * position, 2.5).get(variant);
        };
        return Math.clamp(value, Math.max(-3, parameter.least()), parameter.most());
    }

    static Stream<String> everyOperator() {
        return Stream.of(
                        OPERATORS.stream().flatMap(operator -> sides("close", operator, "open", "3")),
                        COMPARISONS.stream().flatMap(operator -> sides("close", operator, "open", "105")),
                        Stream.of("&&", "||")
                                .flatMap(operator -> sides("close > open", operator, "close > 104", "volume > 1008")),
                        Stream.of("-close", "!(close > open)", "open", "high", "low", "close", "volume", "7", "true"))
                .flatMap(expressions -> expressions);
    }

    private static Stream<String> sides(String left, String operator, String right, String other) {
        return Stream.of(
                left + " " + operator + " " + right,
                left + " " + operator + " " + other,
                other + " " + operator + " " + left);
    }

    @ParameterizedTest
    @MethodSource({"everyCall", "everyOperator"})
    void whatIsSaidOfABarDoesNotChangeWhenMoreBarsCome(String expression) {
        assertNothingChanges(bars -> evaluated(bars, expression));
    }

    private static void assertNothingChanges(java.util.function.Function<Bars, Object> indicator) {
        Object whole = indicator.apply(BARS);
        for (int cut : CUTS) {
            Object part = indicator.apply(TestBars.first(BARS, cut));
            if (whole instanceof double[] numbers) {
                assertThat((double[]) part).as("cut at %d", cut).isEqualTo(Arrays.copyOf(numbers, cut));
            } else {
                assertThat((boolean[]) part).as("cut at %d", cut).isEqualTo(Arrays.copyOf((boolean[]) whole, cut));
            }
        }
    }

    /// The check itself can fail.
    @Test
    void anIndicatorThatLooksAheadIsSeen() {
        assertThatThrownBy(() -> assertNothingChanges(NoLookaheadTest::changeToTheNextBar))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertNothingChanges(NoLookaheadTest::distanceFromTheMeanOfAll))
                .isInstanceOf(AssertionError.class);
    }

    private static double[] changeToTheNextBar(Bars bars) {
        double[] close = bars.close();
        return IntStream.range(0, close.length)
                .mapToDouble(i -> i + 1 < close.length ? close[i + 1] - close[i] : 0)
                .toArray();
    }

    private static double[] distanceFromTheMeanOfAll(Bars bars) {
        double mean = Arrays.stream(bars.close()).average().orElseThrow();
        return Arrays.stream(bars.close()).map(close -> close - mean).toArray();
    }

    private static Object evaluated(Bars bars, String expression) {
        boolean isTruth = COMPARISONS.stream().anyMatch(expression::contains)
                || expression.startsWith("crossed")
                || expression.equals("true");
        return isTruth ? TestBars.truths(bars, expression) : TestBars.numbers(bars, expression);
    }

    /// The calls are generated; none may be forgotten, and each must say something somewhere.
    @Test
    void everyFunctionIsAmongThem() {
        Set<String> called = new TreeSet<>();
        everyCall().forEach(call -> called.add(call.substring(0, call.indexOf('('))));

        assertThat(called).isEqualTo(Functions.all().names()).hasSizeGreaterThan(190);
    }

    @Test
    void everyFunctionSaysSomethingInAtLeastOneOfItsCalls() {
        for (String name : Functions.all().names()) {
            assertThat(calls(name).stream().map(call -> evaluated(BARS, call)))
                    .as(name)
                    .anyMatch(result -> result instanceof boolean[]
                            || Arrays.stream((double[]) result).anyMatch(Double::isFinite));
        }
    }
}
