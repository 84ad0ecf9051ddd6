package io.github.parallelvalidation.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1735689600, 1735689600000",
        "99999999999, 99999999999000",
        "100000000000, 100000000000",
        "99999999999999, 99999999999999",
        "100000000000000, 100000000000",
        "99999999999999999, 99999999999999",
        "100000000000000000, 100000000000",
        "9223372036854775807, 9223372036854",
    })
    void theUnitIsToldByTheSize(long number, long millis) {
        assertThat(EpochTime.millis(number)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1500",
        "99999999999.5, 99999999999500",
        "100000000000.5, 100000000000",
        "100000000000000.5, 100000000000",
    })
    void aFractionIsOfSecondsOnly(double number, long millis) {
        assertThat(EpochTime.millis(number)).isEqualTo(millis);
    }

    @Test
    void whatIsBefore1970OrNoNumberIsNoTime() {
        assertThat(EpochTime.millis(-1L)).isEqualTo(EpochTime.NONE);
        assertThat(EpochTime.millis(-0.5)).isEqualTo(EpochTime.NONE);
        assertThat(EpochTime.millis(Double.NaN)).isEqualTo(EpochTime.NONE);
        assertThat(EpochTime.millis(1e19)).isEqualTo(EpochTime.NONE);
    }
}
