package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, 2025-01-31T00:00:00Z",
        "2025-01-31T12:34, 2025-01-31T12:34:00Z",
        "2025-01-31T12:34:56Z, 2025-01-31T12:34:56Z",
        "2025-01-31 12:34:56, 2025-01-31T12:34:56Z",
        "2025-01-31 12:34:56.789012+00:00, 2025-01-31T12:34:56.789Z",
        "2025-01-31T00:30:00+01:00, 2025-01-30T23:30:00Z",
        "2025-01-31T00:30:00-0530, 2025-01-31T06:00:00Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
        "1738326896, 2025-01-31T12:34:56Z",
        "1738326896.5, 2025-01-31T12:34:56.500Z",
        "1738326896789, 2025-01-31T12:34:56.789Z",
        "1738326896789012, 2025-01-31T12:34:56.789Z"
    })
    void formsOfTimeMeanTheSameInstant(String text, String expected) {
        assertThat(parse(text)).isEqualTo(Instant.parse(expected).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2025-13-01",
                "2023-02-29",
                "2025-01-31T25:00",
                "2025-01-31x",
                "2025-01-31T12",
                "2025-01-31T12:34:56 PM",
                "-5",
                "99999999999999999999",
                "2025/01/31"
            })
    void otherTextsAreNoTimestamps(String text) {
        assertThat(parse(text)).isEqualTo(TimestampText.NONE);
    }

    @Test
    void everyInstantReadsBackAsJavaWritesIt() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 10_000_000_000L));
            assertThat(parse(instant.truncatedTo(ChronoUnit.SECONDS).toString()))
                    .isEqualTo(instant.toEpochMilli());
        }
    }

    @Test
    void numbersAreThoseOfJava() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double scale = Math.pow(10, random.nextInt(-12, 18));
            String text = String.valueOf(random.nextGaussian() * scale);
            assertThat(NumberText.parse(text.toCharArray(), 0, text.length())).isEqualTo(Double.parseDouble(text));
        }
        assertThat(NumberText.parse("12x".toCharArray(), 0, 3)).isNaN();
        assertThat(NumberText.parse("".toCharArray(), 0, 0)).isNaN();
    }

    private static long parse(String text) {
        return TimestampText.parse(text.toCharArray(), 0, text.length());
    }
}
