package io.github.parallelvalidation.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0.0312, 0.031",
        "-0.0042, −0.004",
        "0.1234, 0.123",
        "0.00031, 0.00031",
        "-0.00004, −0.000040",
        "0, 0.000",
    })
    void coefficientsHaveThreeDecimalsOrTwoSignificantDigits(double value, String shown) {
        assertThat(Figures.coefficient(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.1712, 0.17", "1, 1.00", "0.031, 0.031", "0.0995, 0.10", "0.00031, 0.00031", "0, 0.00"})
    void probabilitiesHaveTwoSignificantDigits(double value, String shown) {
        assertThat(Figures.probability(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "0.91, 0.9 s",
        "1.94, 1.9 s",
        "1.96, 2 s",
        "4.2, 4 s",
        "59.4, 59 s",
        "59.6, 1:00 min",
        "65, 1:05 min",
        "599, 9:59 min",
        "720, 12 min",
    })
    void timesAreShort(double seconds, String shown) {
        assertThat(Figures.seconds(seconds)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1, 100 %", "0.99996, 99.9 %", "0.999, 99.9 %", "0.9876, 98.7 %", "0.5, 50 %", "0, 0 %"})
    void notAllWorkersAreNeverSaidToBeAll(double rate, String shown) {
        assertThat(Figures.completion(rate)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"8100.4;8,100", "7.46;7.5", "9.99;10.0", "12.4;12"})
    void aRateAnHourIsRoundedAsItIsLarge(double rate, String shown) {
        assertThat(Figures.perHour(rate)).isEqualTo(shown);
    }

    @Test
    void aColumnOfTimesHasItsPointsUnderEachOther() {
        assertThat(Figures.columnSeconds(0.0367).text()).isEqualTo("0.04");
        assertThat(Figures.columnSeconds(600).text()).isEqualTo("600.00");
        assertThat(Figures.columnSeconds(0.0367).copy()).isEqualTo("0.0367");
    }

    @Test
    void aRateHasThreeDecimalsAndACountNone() {
        assertThat(Figures.rate(0.5607)).isEqualTo("0.561");
        assertThat(Figures.count(349)).isEqualTo("349");
    }

    @Test
    void nothingIsShownAsMinusZero() {
        assertThat(Figures.rate(-0.0001)).isEqualTo("0.000");
    }

    @Test
    void theTooltipHasEveryDigitAndTheCopyAnAsciiMinus() {
        Figure figure = Figures.metric(new Metrics(Map.of(MetricNames.IC, -0.00421234567), Map.of()), MetricNames.IC);

        assertThat(figure.text()).isEqualTo("−0.004");
        assertThat(figure.detail()).isEqualTo("−0.00421234567");
        assertThat(figure.copy()).isEqualTo("-0.00421234567");
    }

    @Test
    void aMissingMetricSaysWhy() {
        Metrics metrics = new Metrics(
                Collections.singletonMap(MetricNames.IC, null), Map.of(MetricNames.IC, "too few observations"));

        Figure figure = Figures.metric(metrics, MetricNames.IC);

        assertThat(figure.text()).isEqualTo("–");
        assertThat(figure.detail()).isEqualTo("ic: too few observations");
        assertThat(figure.copy()).isEmpty();
    }

    @Test
    void missingNumbersAreSortedLast() {
        Figure small = Figures.metric(new Metrics(Map.of("x", 1.0), Map.of()), "x");
        Figure large = Figures.metric(new Metrics(Map.of("x", 2.0), Map.of()), "x");

        assertThat(Stream.of(Figure.missing("why"), large, small).sorted())
                .containsExactly(small, large, Figure.missing("why"));
    }

    @Test
    void digitsAreTheSameUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("ar", "EG"));
            assertThat(Figures.seconds(65)).isEqualTo("1:05 min");
            assertThat(Figures.percent(-0.1234, 1)).isEqualTo("−12.3 %");
            assertThat(Figures.coefficient(-0.00031)).isEqualTo("−0.00031");
        } finally {
            Locale.setDefault(before);
        }
    }
}
