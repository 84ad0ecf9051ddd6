package io.github.parallelvalidation.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {
    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "100, 100",
        "-0.0, 0",
        "0.01, 0.01",
        "1.0E-5, 0.00001",
        "-12345678.9, -12345678.9",
        "999999999999999, 999999999999999",
        "1e15, 1.0E15",
        "1e-300, 1.0E-300",
    })
    void isWrittenAsPeopleTypeIt(double value, String text) {
        assertThat(PlainNumber.of(value)).isEqualTo(text);
    }

    @Test
    void readsBackAsTheSameNumber() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(PlainNumber.of(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void roundsHalfUpWithoutZerosAtTheEnd() {
        assertThat(PlainNumber.rounded(0.12345, 4)).isEqualTo("0.1235");
        assertThat(PlainNumber.rounded(0.50004, 4)).isEqualTo("0.5");
        assertThat(PlainNumber.rounded(-0.00001, 4)).isEqualTo("0");
        assertThat(PlainNumber.rounded(300, 4)).isEqualTo("300");
    }

    @Test
    void hasAsManyDecimalsAsJavaGivesANumber() {
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextInt(3) == 0
                    ? random.nextInt(-200_000, 200_000) / 1000.0
                    : random.nextGaussian() * Math.pow(10, random.nextInt(-8, 18));
            int decimals = random.nextInt(5);
            String expected = String.format(Locale.ROOT, "%." + decimals + "f", value);
            boolean isZero = expected.matches("-?[0.]*");
            assertThat(PlainNumber.fixed(value, decimals)).isEqualTo(isZero ? expected.replace("-", "") : expected);
        }
        assertThat(PlainNumber.fixed(-0.004, 2)).isEqualTo("0.00");
        assertThat(PlainNumber.fixed(Double.NaN, 2)).isEqualTo("NaN");
    }

    @Test
    void hasTheSameDigitsUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("ar", "EG"));
            assertThat(PlainNumber.of(-1234.5)).isEqualTo("-1234.5");
            assertThat(PlainNumber.rounded(1234.56789, 2)).isEqualTo("1234.57");
        } finally {
            Locale.setDefault(before);
        }
    }
}
