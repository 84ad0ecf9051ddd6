package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StrategyInputsTest {
    private final StrategyInputs inputs =
            new StrategyInputs(new Workspace(Path.of("workspace")), Path.of("workspace/STR-101"));

    /// Sums of squared ranks beyond three million observations overflowed, and the ic was wrong without a word.
    @Test
    void moreBarsThanCanBeRankedAreRefusedBeforeTheWork() {
        assertThatCode(() -> inputs.requireRankable(3_000_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> inputs.requireRankable(3_155_760))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("tiered-validation-protocol.yaml")
                .hasMessageContaining("the window of L0 has 3,155,760 bars, more than the 3,000,000 that can be ranked;"
                        + " shorten data_period");
    }
}
