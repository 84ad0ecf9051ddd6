package io.github.parallelvalidation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A strategy whose score could not be computed has been measured all the same: the page says on what, and why not.
@NullUnmarked // JUnit fills the fields
class TooFewObservationsTest {
    @TempDir
    private Path folder;

    private RunOutcome judged(TestWorkspace sample) {
        RunRequest one = new RunRequest(
                Tier.L0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(new StrategyId("STR-201")),
                OptionalInt.empty());
        return TestWorkspace.validation().start(sample.workspace(), one).execute();
    }

    private static void horizon(TestWorkspace sample, int bars) {
        String file = ".crypto/knowledge/strategies/STR-201-rsi-reversion/parameters.yaml";
        sample.write(file, sample.read(file).replaceFirst("horizon: \\d+", "horizon: " + bars));
    }

    private static String page(TestWorkspace sample, RunOutcome run) {
        return Format.HTML.of(sample.workspace(), List.of(run), List.of());
    }

    @Test
    void itsMarketIsNamedAndWhatIsMissingHasItsReason() throws IOException {
        TestWorkspace sample = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder);
        horizon(sample, 1_000);
        RunOutcome unknown = judged(sample);

        assertThat(page(sample, unknown))
                .contains("BTCUSD 1h · 2023-07-01 to 2023-12-31 · 4,416 bars")
                .contains("No ic by month: too few observations.")
                .contains("No return by score decile: too few observations.")
                .doesNotContain("its market was not said", "did not say what follows");

        horizon(sample, 900);
        judged(sample);
        assertThat(page(sample, unknown))
                .as("the file is that of a newer result, which has no ic either")
                .contains("its market was not said");
    }
}
