package io.github.parallelvalidation.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTaxonomyTest {
    private static final String RUN = "2026-11-22-143000";

    private static String counted(String text, Map<String, Integer> causes) {
        Path file = Path.of("failure-taxonomy.yaml");
        String once = FailureTaxonomy.counted(new Source(file, text), RUN, causes);
        assertThat(FailureTaxonomy.counted(new Source(file, once), RUN, causes))
                .as("a run counts once")
                .isEqualTo(once);
        return once;
    }

    @Test
    void aNewFileCountsEachCauseAndSaysOfWhichRun() {
        assertThat(counted("", Map.of("timeout", 2)))
                .isEqualTo("failure_taxonomy:\n  timeout:\n    count: 2\n    last_run: 2026-11-22-143000\n");
    }

    @Test
    void ofAnothersFileOnlyTheCountersChange() {
        String old = """
            # by hand
            root_causes:
              timeout:   # slow data
                description: 'no result'
                occurrences: 7   # so far
                last_run: "2026-01-01-000000"
              ic_below_threshold: {count: 3, note: weak}

            owner: team
            """;
        assertThat(counted(old, Map.of("timeout", 2, "ic_below_threshold", 1, "lookahead_bias", 1)))
                .isEqualTo(old.replace("occurrences: 7", "occurrences: 9")
                        .replace("2026-01-01-000000", RUN)
                        .replace("{count: 3, note", "{count: 4, last_run: " + RUN + ", note")
                        .replace("weak}\n", "weak}\n  lookahead_bias: {count: 1, last_run: " + RUN + "}\n"));
    }

    @Test
    void aSecondRunIsAddedToTheFirst() {
        String first = counted("", Map.of("timeout", 2));
        String second = FailureTaxonomy.counted(
                new Source(Path.of("t.yaml"), first), "2026-11-23-090000", Map.of("timeout", 1, "data_invalid", 1));
        assertThat(second).contains("count: 3", "last_run: 2026-11-23-090000", "data_invalid: {count: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- timeout\n", "timeout: 3\n", "timeout: {count: many}\n", "causes: [a]\n", "a: [\n"})
    void whatIsWrittenInAnotherWayIsLeftAlone(String text) {
        assertThatThrownBy(
                        () -> FailureTaxonomy.counted(new Source(Path.of("t.yaml"), text), RUN, Map.of("timeout", 1)))
                .isInstanceOf(ProblemException.class);
    }
}
