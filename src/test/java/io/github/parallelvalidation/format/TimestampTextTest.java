package io.github.parallelvalidation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
        "1738326896789012, 2025-01-31T12:34:56.789Z",
        "1738326896789012345, 2025-01-31T12:34:56.789Z",
        "1738326896.0, 2025-01-31T12:34:56Z",
        "1.738326896789E12, 2025-01-31T12:34:56.789Z",
        "' 2025-01-31 ', 2025-01-31T00:00:00Z",
        "2025/01/31, 2025-01-31T00:00:00Z",
        "2025.01.31 12:34, 2025-01-31T12:34:00Z",
        "31.01.2025 12:34:56.500, 2025-01-31T12:34:56.500Z",
        "20250131, 2025-01-31T00:00:00Z",
        "20250131 12:34:56, 2025-01-31T12:34:56Z",
        "2025-01-31 12:34:56 UTC, 2025-01-31T12:34:56Z",
        "2025-01-31 12-AM, 2025-01-31T00:00:00Z",
        "2025-01-31 12-PM, 2025-01-31T12:00:00Z",
        "2025-01-31 09-PM, 2025-01-31T21:00:00Z",
        "2025-01-31 09 PM, 2025-01-31T21:00:00Z",
        "2025-01-31 12:34:56 PM, 2025-01-31T12:34:56Z",
        "2025-01-31 12:34 am, 2025-01-31T00:34:00Z",
        "2025-01-31 1:05PM, 2025-01-31T13:05:00Z",
        "2025-01-31T12, 2025-01-31T12:00:00Z",
        "2025-1-31 9:05, 2025-01-31T09:05:00Z",
        "2025/1/1 0:00, 2025-01-01T00:00:00Z",
        "1.2.2025 0:00, 2025-02-01T00:00:00Z",
        "20250131 123456, 2025-01-31T12:34:56Z",
        "20250131T123456Z, 2025-01-31T12:34:56Z",
        "202501311234, 2025-01-31T12:34:00Z",
        "20250131123456, 2025-01-31T12:34:56Z",
        "2025-01-31 12:34:56 +0000 UTC, 2025-01-31T12:34:56Z",
        "2025-01-31 12:34:56 GMT, 2025-01-31T12:34:56Z",
        "31.01.2025 12:34:56.000 GMT+0100, 2025-01-31T11:34:56Z",
        "2025-01-31T12:34:56+05, 2025-01-31T07:34:56Z",
        "'Jan 31, 2025', 2025-01-31T00:00:00Z",
        "'January 1, 2025', 2025-01-01T00:00:00Z",
        "31 Jan 2025, 2025-01-31T00:00:00Z",
        "31-JAN-2025 12:34:56, 2025-01-31T12:34:56Z",
        "31-Jan-25, 2025-01-31T00:00:00Z",
        "'Fri, 31 Jan 2025 12:34:56 GMT', 2025-01-31T12:34:56Z",
        "Fri Jan 31 2025 12:34:56 GMT+0000, 2025-01-31T12:34:56Z"
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
                "2025-01-31T",
                "2025-01-31T123",
                "2025-01-31T00:34:56 PM",
                "2025-01-31T12:34 XM",
                "31-01-2025",
                "1/1/2025",
                "31 Janu 2025",
                "Jan 32, 2025",
                "20251331T1234",
                "20250131.0",
                "-5",
                "99999999999999999999",
                "01/31/2025",
                "2025-01/31",
                "2025-01-31 13-PM",
                "2025-01-31T12:34:56 CET",
                "NaN",
                "0x1p3"
            })
    void otherTextsAreNoTimestamps(String text) {
        assertThat(parse(text)).isEqualTo(TimestampText.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY_FIRST, 31/01/2025, 2025-01-31T00:00:00Z",
        "DAY_FIRST, 1/2/25 0:05, 2025-02-01T00:05:00Z",
        "DAY_FIRST, 01-02-2025 13:00, 2025-02-01T13:00:00Z",
        "MONTH_FIRST, 01/02/2025, 2025-01-02T00:00:00Z",
        "MONTH_FIRST, 1/31/2025 1:05:09 PM, 2025-01-31T13:05:09Z",
        "MONTH_FIRST, '1/31/2025, 1:05:09 PM', 2025-01-31T13:05:09Z",
        "MONTH_FIRST, 31.01.2025, 2025-01-31T00:00:00Z",
        "EITHER, 02/02/2025, 2025-02-02T00:00:00Z"
    })
    void dayAndMonthAreReadInTheOrderOfTheFile(DayOrder order, String text, String expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(new TimestampText(order).parse(bytes, 0, bytes.length))
                .isEqualTo(Instant.parse(expected).toEpochMilli());
        assertThat(new TimestampText(order).parse("13/13/2025".getBytes(StandardCharsets.UTF_8), 0, 10))
                .isEqualTo(TimestampText.NONE);
    }

    @Test
    void aDayThatBeginsWithTwoDigitsOfItsYearIsNotTakenForAnother() {
        byte[] day = "22-01-31".getBytes(StandardCharsets.UTF_8);
        byte[] unequal = "01/02/2025".getBytes(StandardCharsets.UTF_8);

        assertThat(new TimestampText(DayOrder.DAY_FIRST).parse(day, 0, day.length))
                .isEqualTo(TimestampText.NONE);
        assertThat(new TimestampText(DayOrder.EITHER).parse(unequal, 0, unequal.length))
                .isEqualTo(TimestampText.NONE);
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
            assertThat(number(text, '.')).isEqualTo(Double.parseDouble(text));
        }
        for (int i = 0; i < 20_000; i++) {
            // Short numbers go another way than long ones.
            String text = random.nextInt(1_000_000) + "." + random.nextInt(1_000_000_000);
            assertThat(number(text, '.')).isEqualTo(Double.parseDouble(text));
            assertThat(number(text.replace('.', ','), ',')).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void otherTextsAreNoNumbers() {
        for (String text : new String[] {"", " ", "12x", "1f", "1d", "0x1p3", "1,5", "1.5.2", "--1", "1_000", "."}) {
            assertThat(number(text, '.')).as(text).isNaN();
        }
        assertThat(number("1.5", ',')).isNaN();
        assertThat(number(" 12 ", '.')).isEqualTo(12);
        assertThat(number("-Infinity", '.')).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void theDayThatIsRememberedIsTheRightOne() {
        TimestampText timestamps = new TimestampText();
        for (String text : new String[] {"2025-01-31T23:00Z", "2025-02-01T00:00Z", "2025-02-01T01:00Z", "2025-02-01"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(timestamps.parse(bytes, 0, bytes.length)).isEqualTo(parse(text));
        }
    }

    private static double number(String text, char decimal) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return NumberText.parse(bytes, 0, bytes.length, decimal);
    }

    private static long parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TimestampText().parse(bytes, 0, bytes.length);
    }
}
