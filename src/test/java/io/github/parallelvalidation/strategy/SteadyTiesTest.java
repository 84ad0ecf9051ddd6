package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.data.Bars;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines that are equal on paper do not cross by rounding, after a wild past; and what was mended is TA-Lib's function
/// everywhere else.
class SteadyTiesTest {
    private static final int PAST = 300;
    private static final int LENGTH = 500;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stoch_k(5, 3, 0, 3, 0) != stoch_d(5, 3, 0, 3, 0)",
                "stoch_k(14, 3, 2, 5, 5) != stoch_d(14, 3, 2, 5, 5)",
                "stochf_k(14, 5) != stochf_d(14, 5)",
                "macdext_hist(close, 12, 0, 26, 0, 9, 0) != 0 || macdext_signal(close) != 0",
                "beta(close, open, 5) != 0 || beta(open, close, 5) != 0"
            })
    void linesOfAStandingPriceDoNotDiffer(String rule) {
        boolean[] holds = TestBars.truths(standing(), rule);

        assertThat(IntStream.range(PAST + 60, LENGTH).filter(t -> holds[t])).isEmpty();
        assertThat(IntStream.range(60, PAST).filter(t -> holds[t])).isNotEmpty();
    }

    /// A price that rises without a pause is at the top of its range: %K is 100, and so is its average.
    @Test
    void aPriceAtTheTopOfItsRangeDoesNotCrossItsStochastic() {
        Bars bars = standing();
        for (int t = PAST; t < LENGTH; t++) {
            bars.close()[t] = bars.close()[t - 1] * 1.001;
        }
        double[] k = TestBars.numbers(bars, "stoch_k(5, 3, 0, 3, 0)");
        double[] d = TestBars.numbers(bars, "stoch_d(5, 3, 0, 3, 0)");

        assertThat(Arrays.stream(k).skip(PAST + 20)).containsOnly(100.0);
        assertThat(Arrays.stream(d).skip(PAST + 20)).containsOnly(100.0);
    }

    /// What is held steady is TA-Lib's value to its rounding wherever something moves.
    @Test
    void whatMovesIsAsTalibGivesIt() {
        Bars bars = TestBars.of(300);
        for (String name : List.of(
                "linearreg_slope",
                "linearreg_angle",
                "linearreg_intercept",
                "linearreg",
                "tsf",
                "wma",
                "trima",
                "ma",
                "correl",
                "beta",
                "apo",
                "ppo",
                "typprice",
                "avgprice",
                "cci",
                "mavp",
                "macdext",
                "macdext_signal",
                "macdext_hist",
                "stoch_k",
                "stoch_d",
                "stochf_k",
                "stochf_d",
                "stochrsi_k",
                "stochrsi_d")) {
            for (int type : List.of(0, 1, 2, 5)) {
                Function ours = Functions.all().find(name).orElseThrow();
                Function talib =
                        Objects.requireNonNull(TalibTable.read().functions().get(name), name);
                double[][] series = {bars.close(), bars.open()};
                double[] constants = ours.parameters().stream()
                        .filter(parameter -> parameter.kind() != Function.Kind.SERIES)
                        .mapToDouble(parameter -> parameter.name().endsWith("ma")
                                ? type
                                : parameter.fallback().orElseThrow())
                        .toArray();
                assertThat(values(ours, bars, series, constants))
                        .as("%s of type %d", name, type)
                        .containsExactly(values(talib, bars, series, constants), within(1e-9));
            }
        }
    }

    private static double[] values(Function function, Bars bars, double[][] series, double[] constants) {
        double[][] out = new double[function.kernel().outputs()][bars.length()];
        function.kernel().apply(bars, series, constants, out, new Scratch());
        return out[function.output()];
    }

    private static Bars standing() {
        double[] close = new double[LENGTH];
        Random random = new Random(5);
        for (int t = 0; t < LENGTH; t++) {
            close[t] = t < PAST ? 0.1 + random.nextInt(1_000_000) / 7.0 : close[t - 1];
        }
        double[] open = IntStream.range(0, LENGTH)
                .mapToDouble(t -> t == 0 || t > PAST ? close[t] : close[t - 1])
                .toArray();
        Bars bars = TestBars.closing(close);
        return new Bars("TEST", bars.timeframe(), "", bars.time(), open, close, close, close, bars.volume());
    }
}
