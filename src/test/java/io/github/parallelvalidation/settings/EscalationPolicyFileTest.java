package io.github.parallelvalidation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.workspace.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class EscalationPolicyFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("parallel-validation.yaml");
    }

    private static EscalationPolicy policy(String code) {
        return EscalationPolicy.parse(code).orElseThrow();
    }

    private String remembered(String before, String option) throws IOException {
        Files.writeString(file, before);
        EscalationPolicyFile.remember(file, policy(option));
        assertThat(SettingsFile.read(file).settings().failures().onEscalation()).isEqualTo(policy(option));
        return Files.readString(file);
    }

    @Test
    void whereThereIsNoFileOneIsMade() {
        EscalationPolicyFile.remember(file, policy("continue"));
        assertThat(SettingsFile.read(file).settings().failures().onEscalation()).isEqualTo(policy("continue"));
        assertThat(SettingsFile.read(file).warnings()).isEmpty();
    }

    @Test
    void theKeyStandsBehindTheThresholdThatAsksAndNothingElseMoves() throws IOException {
        String before = "\uFEFF# ours\r\nparallel_validation:\r\n    max_workers: 2   # two\r\n"
                + "    auto_escalate_threshold: 0.4 # more\r\n    fail_fast: true";
        assertThat(remembered(before, "relax"))
                .isEqualTo(before.replace("# more\r\n", "# more\r\n    on_escalation: relax\r\n"));
    }

    @Test
    void anAnswerThatIsThereIsReplacedInItsQuotes() throws IOException {
        assertThat(remembered("{parallel_validation: {on_escalation: 'relax', max_workers: 1}}\n", "ask"))
                .isEqualTo("{parallel_validation: {on_escalation: 'ask', max_workers: 1}}\n");
    }

    @Test
    void aFileOfCommentsKeepsThem() throws IOException {
        assertThat(remembered("# nothing yet", "retry"))
                .isEqualTo("# nothing yet\nparallel_validation:\n  on_escalation: retry\n");
    }

    @Test
    void aFileThatCannotBeEditedSafelyIsLeftAlone() throws IOException {
        for (String text : new String[] {"other: 1\n", "parallel_validation:\n", "a: [\n", "- 1\n"}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> EscalationPolicyFile.remember(file, policy("relax")))
                    .as(text)
                    .isInstanceOf(ProblemException.class);
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }
}
