package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aLineBreakOfAFieldIsVisibleAndBreaksNoLine() {
        Problem problem = new Problem(Path.of("L0_placebo.csv"), 3, 1, "found 'a\nall passed\r\n'", "a\nall passed");

        assertThat(problem.headline()).isEqualTo("L0_placebo.csv:3:1: found 'a\uFFFDall passed\uFFFD\uFFFD'");
        assertThat(problem.toString().lines()).hasSize(2);
    }

    @Test
    void theNameOfAFileBreaksNoLineEither() {
        assertThat(Problem.of(Path.of("a\nb.csv"), "is empty").headline()).isEqualTo("a\uFFFDb.csv: is empty");
    }

    @Test
    void aFieldThatHoldsTheRestOfAFileIsCut() {
        assertThat(Problem.of(Path.of("a.csv"), "found '" + "x".repeat(1_000_000) + "'")
                        .message())
                .hasSizeLessThan(5_000)
                .endsWith("x…");
    }
}
