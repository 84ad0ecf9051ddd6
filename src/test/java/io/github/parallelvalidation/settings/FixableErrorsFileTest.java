package io.github.parallelvalidation.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixableErrorsFileTest {
    private static final Path SAMPLE = Path.of("assets/sample-workspace/.crypto/config/fixable-errors.yaml");

    @TempDir
    private Path folder;

    @Test
    void theSampleSaysWhereItIsNotTheDefault() throws IOException {
        FixableErrors sample = FixableErrorsFile.read(SAMPLE);
        String text = Files.readString(SAMPLE);

        assertThat(sample.overrides()).isNotEmpty();
        sample.overrides().forEach((reason, fixable) -> {
            String line = text.lines()
                    .filter(found -> found.strip().startsWith(reason.code() + ":"))
                    .findFirst()
                    .orElseThrow();
            if (fixable == reason.fixableByDefault()) {
                assertThat(line).doesNotContain("by default");
            } else {
                assertThat(line).endsWith("by default " + reason.fixableByDefault());
            }
        });
    }

    @Test
    void aByteOrderMarkIsReadOver() throws IOException {
        Path file = folder.resolve("fixable-errors.yaml");
        Files.writeString(file, "\uFEFFfixable_errors: {timeout: false}\n");

        assertThat(FixableErrorsFile.read(file).isFixable(FailureReason.TIMEOUT))
                .isFalse();
    }
}
