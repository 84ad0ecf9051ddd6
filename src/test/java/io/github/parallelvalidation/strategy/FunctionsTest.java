package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.RetCode;
import io.github.parallelvalidation.data.Bars;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
    private static final Bars BARS = TestBars.of(60);
    private static final double NAN = Double.NaN;

    /// The expected values were computed from the textbook definitions with NumPy and pandas, not with
    /// TA-Lib: Wilder's smoothing for rsi, cmo, atr, adx; an average of the first n as the seed of ema;
    /// population deviations. Those from `macd` on are printed by `src/test/reference/function_values.py`.
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
                "cmo(close, 14) | 7.175600858822711 | 14",
                "macd(close, 12, 26, 9) | 0.35890564847309747 | 33",
                "macd_signal(close) | 0.09331118913961729 | 33",
                "macd_hist(close) | 0.2655944593334802 | 33",
                "natr(14) | 7.682507872704324 | 14",
                "trange() | 13.199999999999989 | 1",
                "dx(14) | 21.81795664762402 | 14",
                "adxr(14) | 11.792335366105256 | 40",
                "stochf_k(5, 3, 0) | 77.27272727272725 | 6",
                "stochf_d(5, 3, 0) | 52.152028762198256 | 6",
                "stochrsi_k(close, 14, 5, 3, 0) | 100.0 | 20",
                "stochrsi_d(close, 14, 5, 3, 0) | 50.608483575940966 | 20",
                "sar(0.02, 0.2) | 99.2939344 | 1",
                "t3(close, 5, 0.7) | 105.4440261557778 | 24",
                "minmax_min(close, 30) | 100.2 | 29",
                "minmax_max(close, 30) | 110.0 | 29",
                "maxindex(close, 30) | 32.0 | 29",
                "rocr100(close, 10) | 100.55045871559633 | 10",
                "aroonosc(14) | 42.85714285714286 | 14",
                "sum(close, 30) | 3150.7999999999997 | 29",
                "wclprice() | 107.8 | 0"
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

    @Test
    void everyFunctionOfTalibCanBeCalled() {
        Set<String> others = Set.of("SetCandleSettings", "RestoreCandleDefaultSettings", "SetCompatibility");
        Set<String> called = TalibTable.read().functions().values().stream()
                .map(function -> ((TalibFunction) function.kernel()).method())
                .collect(Collectors.toSet());
        Set<String> inTalib = Arrays.stream(Core.class.getMethods())
                .filter(method -> method.getReturnType() == RetCode.class)
                .map(Method::getName)
                .filter(name -> !others.contains(name) && !name.startsWith("TA_INT_"))
                .filter(name -> !name.equals("SetUnstablePeriod"))
                .collect(Collectors.toSet());

        assertThat(called).isEqualTo(inTalib).hasSize(158);
        assertThat(Functions.all().names())
                .containsAll(TalibTable.read().functions().keySet());
    }

    @Test
    void theLanguagesOwnFunctionIsMeantWhereTalibHasOneOfThatName() {
        Bars bars = TestBars.closing(4, 1, 3);

        assertThat(TestBars.numbers(bars, "min(close, 2)")).containsExactly(2, 1, 2);
        assertThat(TestBars.numbers(bars, "max(close, 2)")).containsExactly(4, 2, 3);
        assertThat(TestBars.numbers(bars, "exp(0 * close)")).containsExactly(1, 1, 1);
    }

    @Test
    void constantsInPlaceOfSeriesAreTheSameAsSeriesThatNeverChange() {
        Bars bars = TestBars.of(40);

        assertThat(TestBars.numbers(bars, "clip(close, 102, 104)"))
                .containsExactly(TestBars.numbers(bars, "clip(close, close * 0 + 102, close * 0 + 104)"));
        assertThat(TestBars.numbers(bars, "sma(3, 5)")).endsWith(3, 3).startsWith(NAN, NAN, NAN, NAN, 3);
        assertThat(TestBars.numbers(bars, "sma(close, max(2, 10 / 2))"))
                .containsExactly(TestBars.numbers(bars, "sma(close, 5)"));
        assertThat(TestBars.truths(bars, "crossed_above(close, 105)"))
                .containsExactly(TestBars.truths(bars, "crossed_above(close, 0 * open + 105)"));
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
