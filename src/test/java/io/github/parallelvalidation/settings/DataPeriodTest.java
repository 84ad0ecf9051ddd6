package io.github.parallelvalidation.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataPeriodTest {
    @ParameterizedTest
    @CsvSource({"6 months, P6M", "1 year, P1Y", "90d, P90D", "6mo, P6M", "2w, P14D", "p1y6m, P1Y6M", "P1W2D, P9D"})
    void lengthsOfTimeAreReadAsPeopleWriteThem(String text, String period) {
        assertThat(DataPeriod.parse(text)).contains(Period.parse(period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P1Y1Y", "P1M1Y", "P", "P0D", "0 days", "6", "months", "-1 day", "P-1D", "10000 days", "PT1H"})
    void whatIsNoLengthOfTimeIsNone(String text) {
        assertThat(DataPeriod.parse(text)).isEmpty();
    }
}
