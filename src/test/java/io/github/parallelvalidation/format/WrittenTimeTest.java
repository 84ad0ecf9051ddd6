package io.github.parallelvalidation.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {
    private static final long JANUARY = 1_735_689_600_000L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1735689600",
                "1735689600.0",
                "1735689600000",
                "1735689600000000",
                "1735689600000000000",
                "2025-01-01",
                "2025-01-01T00:00:00Z",
                " 2025-01-01 01:00:00.000+01:00 ",
            })
    void formsOfTimeMeanTheSameInstant(String text) {
        assertThat(WrittenTime.parse(text)).hasValue(JANUARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "tomorrow", "2025-13-01", "1e9", "9999999999999999999", "99999999999999999999"})
    void otherTextsAreNoTimestamps(String text) {
        assertThat(WrittenTime.parse(text)).isEmpty();
    }

    @Test
    void theBordersBetweenUnitsAreThoseOfPriceFiles() {
        assertThat(WrittenTime.parse("99999999999")).hasValue(99_999_999_999_000L);
        assertThat(WrittenTime.parse("100000000000")).hasValue(100_000_000_000L);
        assertThat(WrittenTime.parse("100000000000000")).hasValue(100_000_000_000L);
    }
}
