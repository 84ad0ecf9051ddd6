package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The two bars that the files of many vendors hold in the tests.
final class TwoBars {
    private static final String EXPECTED = """
        2025-01-01T00:00:00Z 93576.0 94509.42 93489.03 94401.14 755.99
        2025-01-01T01:00:00Z 94401.14 94408.72 93578.77 93607.74 586.53
        """;

    private TwoBars() {}

    static void assertIn(String text, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bars.csv"), text);

        assertThat(Formula.numbers(Formula.load(file))).isEqualTo(EXPECTED);
    }
}
