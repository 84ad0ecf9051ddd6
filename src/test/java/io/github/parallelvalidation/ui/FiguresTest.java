package io.github.parallelvalidation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0.0312, 0.031",
        "-0.1114, −0.111",
        "0.00641, 0.0064",
        "-0.00352, −0.0035",
        "0.5, 0.500",
        "0, 0.000",
        "0.99984, 1.000",
        "0.000123, 0.00012",
    })
    void threeDecimalsOrTwoDigitsThatCount(double value, String shown) {
        assertThat(Figures.fine(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.93, 0.9 s", "4.2, 4 s", "59.4, 59 s", "65, 1:05 min", "720, 12 min"})
    void timesAsPeopleSayThem(double seconds, String shown) {
        assertThat(Figures.duration(seconds)).isEqualTo(shown);
    }

    @Test
    void namesKeepTheirHyphens() {
        assertThat(Figures.prose("STR-201: ic -0.02, needs more than 0.01"))
                .isEqualTo("STR-201: ic −0.02, needs more than 0.01");
    }

    @Test
    void thresholdsAreAsPeopleWriteThem() {
        assertThat(Figures.threshold(0.009)).isEqualTo("0.009");
        assertThat(Figures.threshold(10)).isEqualTo("10");
    }
}
