package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9][0-9_]*");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?");

    /// Nine digits and a letter say nothing that these do not.
    private static final String ALPHABET = "07.._-+eEx ";

    private static final int LONGEST = 8;
    private static final int TEXTS = 200_000;

    @ParameterizedTest
    @ValueSource(strings = {"0", "-12", "+3", "1_000", ".5", "-.5", "2.", "2.5_0", "6e-4", "1.E+10", "007"})
    void theseAreNumbers(String text) {
        assertThat(NumberForm.isNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "_1", "1e", "1e_5", "0x10", "1 ", "--1", "nan", "Infinity", "1.2.3", "٣"})
    void theseAreNone(String text) {
        assertThat(NumberForm.isNumber(text)).isFalse();
        assertThat(NumberForm.isWhole(text)).isFalse();
    }

    @Test
    void everyTextIsTakenForWhatTheRegularExpressionsTakeItFor() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_128);
        int numbers = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            boolean isNumber = NUMBER.matcher(text).matches();
            numbers += isNumber ? 1 : 0;
            assertThat(NumberForm.isNumber(text)).as(text).isEqualTo(isNumber);
            assertThat(NumberForm.isWhole(text))
                    .as(text)
                    .isEqualTo(WHOLE.matcher(text).matches());
        }
        assertThat(numbers).as("numbers among the texts").isGreaterThan(TEXTS / 100);
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(LONGEST + 1);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
