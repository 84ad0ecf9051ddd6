package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.data.Bars;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {
    private static final Bars BARS = TestBars.of(60);
    private static final double NAN = Double.NaN;

    /// The expected values were computed from the textbook definitions with NumPy and pandas, not with
    /// TA-Lib: Wilder's smoothing for rsi, cmo, atr, adx; an average of the first n as the seed of ema;
    /// population deviations.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sma(close, 20) | 104.99000000000001 | 19",
                "ema(close, 20) | 105.3620649064793 | 19",
                "wma(close, 10) | 105.74727272727273 | 9",
                "dema(close, 10) | 106.38160224869017 | 18",
                "rsi(close, 14) | 53.587800429411345 | 14",
                "rsi(close) | 53.587800429411345 | 14",
                "atr(14) | 8.420028628483939 | 14",
                "adx(14) | 12.831220872444073 | 27",
                "adx() | 12.831220872444073 | 27",
                "plus_di(14) | 22.854282826781688 | 14",
                "minus_di(14) | 14.66774340928627 | 14",
                "stddev(close, 20) | 2.9194006234157066 | 19",
                "var(close, 20) | 8.5229 | 19",
                "bb_upper(close, 20, 2, 2) | 110.82880124683142 | 19",
                "bb_middle(close, 20, 2, 2) | 104.99000000000001 | 19",
                "bb_lower(close, 20, 2, 1) | 102.07059937658429 | 19",
                "zscore(close, 20) | 1.5790912569602293 | 19",
                "rolling_rank(close, 20) | 20 | 19",
                "roc(close, 10) | 0.5504587155963359 | 10",
                "mom(close, 10) | 0.5999999999999943 | 10",
                "cci(14) | 86.56075568913657 | 13",
                "willr(14) | -21.428571428571427 | 13",
                "stoch_k(5, 3, 0, 3, 0) | 52.152028762198256 | 8",
                "stoch_d(5, 3, 0, 3, 0) | 49.854637933734004 | 8",
                "aroon_up(14) | 100 | 14",
                "aroon_down(14) | 57.142857142857146 | 14",
                "obv() | 14077 | 0",
                "mfi(14) | 64.92106674755836 | 14",
                "linearreg_slope(close, 14) | 0.12659340659340107 | 13",
                "linearreg(close, 14) | 106.13714285714283 | 13",
                "tsf(close, 14) | 106.26373626373623 | 13",
                "linearreg_angle(close, 14) | 7.214889577110786 | 13",
                "linearreg_intercept(close, 14) | 104.49142857142861 | 13",
                "tema(close, 8) | 107.17244337213403 | 21",
                "trima(close, 10) | 105.29 | 9",
                "trix(close, 5) | 0.12090886749451801 | 13",
                "kama(close, 10) | 105.9742123379203 | 10",
                "apo(close, 5, 12, 0) | -0.12666666666665094 | 11",
                "ppo(close, 5, 12, 0) | -0.11998736975054047 | 11",
                "bop() | 0.6212121212121209 | 0",
                "ad() | -1151.7371613256805 | 0",
                "adosc(3, 10) | 167.96448706498654 | 9",
                "midpoint(close, 14) | 105.2 | 13",
                "midprice(14) | 105.6 | 13",
                "correl(close, open, 20) | -0.07589594856322784 | 19",
                "beta(close, open, 5) | -0.5052524494986336 | 5",
                "ultosc(7, 14, 28) | 55.8500433118832 | 28",
                "cmo(close, 14) | 7.175600858822711 | 14"
            })
    void indicatorsAgreeWithTheirDefinitions(String expression, double last, int lookback) {
        double[] values = TestBars.numbers(BARS, expression);

        assertThat(values[59]).isCloseTo(last, within(1e-9 * Math.max(1, Math.abs(last))));
        assertThat(Arrays.stream(values).limit(lookback).allMatch(Double::isNaN))
                .isTrue();
        assertThat(Arrays.stream(values).skip(lookback)).allMatch(Double::isFinite);
    }

    @Test
    void theHistogramOfMacdIsItsLineLessItsSignal() {
        double[] line = TestBars.numbers(BARS, "macd(close, 12, 26, 9) - macd_signal(close, 12, 26, 9)");
        double[] histogram = TestBars.numbers(BARS, "macd_hist(close)");

        assertThat(line).containsExactly(histogram, within(1e-12));
        assertThat(histogram[32]).isNaN();
        assertThat(histogram[33]).isFinite();
    }

    /// Every function with its defaults, its series being close, then volume, then open.
    static List<String> everyFunction() {
        List<String> series = List.of("close", "volume", "open");
        return Functions.all().names().stream()
                .map(name -> Functions.all().find(name).stream()
                        .map(function -> IntStream.range(0, (int) function.required())
                                .mapToObj(i -> function.parameters().get(i).kind() == Function.Kind.SERIES
                                        ? series.get(i)
                                        : "7")
                                .collect(Collectors.joining(", ", name + "(", ")")))
                        .findFirst()
                        .orElse(name + "(close, open)"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void noFunctionSeesALaterBar(String call) {
        Bars bars = TestBars.of(400);
        for (int length : List.of(1, 2, 39, 150, 291)) {
            Bars earlier = TestBars.first(bars, length);
            if (call.startsWith("crossed")) {
                assertThat(Arrays.copyOf(TestBars.truths(bars, call), length))
                        .isEqualTo(TestBars.truths(earlier, call));
            } else {
                assertThat(Arrays.copyOf(TestBars.numbers(bars, call), length))
                        .isEqualTo(TestBars.numbers(earlier, call));
            }
        }
    }

    @Test
    void everyFunctionOfTalibCanBeCalled() {
        Set<String> some = Functions.all().names();

        assertThat(some).contains("cdlengulfing", "ht_trendline", "mama", "t3", "ultosc", "sarext", "stochrsi_k");
        assertThat(some.size()).isGreaterThan(180);
    }

    @Test
    void anIndicatorStartsWithTheFirstFiniteValueAndAnewAfterAGap() {
        Bars bars = TestBars.closing(NAN, 1, 2, 3, NAN, 5, 6, 7);

        assertThat(TestBars.numbers(bars, "sma(close, 2)")).containsExactly(NAN, NAN, 1.5, 2.5, NAN, NAN, 5.5, 6.5);
        assertThat(TestBars.numbers(bars, "sma(diff(close, 1), 2)"))
                .containsExactly(NAN, NAN, NAN, 1, NAN, NAN, NAN, 1);
    }

    @Test
    void ownFunctionsFollowTheirDefinitions() {
        Bars bars = TestBars.closing(4, 1, 3, 3, 9, -2);

        assertThat(TestBars.numbers(bars, "shift(close, 2)")).containsExactly(NAN, NAN, 4, 1, 3, 3);
        assertThat(TestBars.numbers(bars, "shift(close, 0)")).containsExactly(4, 1, 3, 3, 9, -2);
        assertThat(TestBars.numbers(bars, "diff(close, 1)")).containsExactly(NAN, -3, 2, 0, 6, -11);
        assertThat(TestBars.numbers(bars, "pct_change(close, 1)")).containsExactly(NAN, -0.75, 2, 0, 2, -11.0 / 9);
        assertThat(TestBars.numbers(bars, "rolling_min(close, 3)")).containsExactly(NAN, NAN, 1, 1, 3, -2);
        assertThat(TestBars.numbers(bars, "rolling_max(close, 3)")).containsExactly(NAN, NAN, 4, 3, 9, 9);
        assertThat(TestBars.numbers(bars, "rolling_sum(close, 2)")).containsExactly(NAN, 5, 4, 6, 12, 7);
        assertThat(TestBars.numbers(bars, "rolling_mean(close, 2)")).containsExactly(NAN, 2.5, 2, 3, 6, 3.5);
        assertThat(TestBars.numbers(bars, "sign(close)")).containsExactly(1, 1, 1, 1, 1, -1);
        assertThat(TestBars.numbers(bars, "min(close, 2)")).containsExactly(2, 1, 2, 2, 2, -2);
        assertThat(TestBars.numbers(bars, "max(close, 2)")).containsExactly(4, 2, 3, 3, 9, 2);
        assertThat(TestBars.numbers(bars, "clip(close, 0, 3)")).containsExactly(3, 1, 3, 3, 3, 0);
        assertThat(TestBars.numbers(bars, "sqrt(close)")[5]).isNaN();
        assertThat(TestBars.truths(bars, "crossed_above(close, 2)"))
                .containsExactly(false, false, true, false, false, false);
        assertThat(TestBars.truths(bars, "crossed_below(close, 2)"))
                .containsExactly(false, true, false, false, false, true);
    }

    @Test
    void theHourAndTheDayOfTheWeekAreThoseOfTheOpenInUtc() {
        // 2025-01-01 was a Wednesday: 2 where Monday is 0.
        Bars bars = TestBars.of(30);

        assertThat(TestBars.numbers(bars, "hour()")).startsWith(0, 1, 2).endsWith(4, 5);
        assertThat(TestBars.numbers(bars, "dayofweek()")).startsWith(2, 2).endsWith(3, 3);
    }
}
