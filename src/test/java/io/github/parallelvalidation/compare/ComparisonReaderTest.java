package io.github.parallelvalidation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.compare.ComparisonReader.Asked;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReaderTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void sample() throws IOException {
        workspace = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample"));
    }

    private Comparison compare(Tier tier, String... ids) {
        List<Asked> asked = Stream.of(ids)
                .map(id -> new Asked(new StrategyId(id), "name of " + id, Metrics.NONE))
                .toList();
        return new ComparisonReader(workspace.workspace(), Accepted.NONE).read(tier, asked);
    }

    private Path rules(String id) {
        return workspace.workspace().strategy(new StrategyId(id)).orElseThrow().resolve("parameters.yaml");
    }

    @Test
    void ofTwoStrategiesWithTheSameRulesNothingDiffersAndTheScoresAreOne() throws IOException {
        Files.copy(rules("STR-201"), rules("STR-207"), StandardCopyOption.REPLACE_EXISTING);
        Comparison same = compare(Tier.L0, "STR-201", "STR-207");
        assertThat(same.differences()).isEmpty();
        assertThat(same.agreements()).singleElement().satisfies(agreement -> {
            assertThat(agreement.scores().getAsDouble()).isCloseTo(1, within(1e-12));
            assertThat(agreement.signals()).as("neither has run").isEmpty();
        });
    }

    @Test
    void aRuleThatIsTurnedRoundDiffersAndDisagrees() throws IOException {
        String text = Files.readString(rules("STR-201"));
        assertThat(text).contains("50 - rsi(close, period)");
        Files.writeString(rules("STR-207"), text.replace("50 - rsi(close, period)", "rsi(close, period) - 50"));
        Comparison turned = compare(Tier.L0, "STR-201", "STR-207");
        assertThat(turned.differences()).extracting(Difference::what).contains("signal.score");
        assertThat(turned.agreements().getFirst().scores().getAsDouble()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void aStrategyWithoutAFolderHasNoScoreAndTheOthersAreStillCompared() {
        Comparison broken = compare(Tier.L0, "STR-201", "STR-999", "STR-207");
        assertThat(broken.agreements()).hasSize(3);
        assertThat(broken.agreements().getFirst().lacking()).isNotEmpty();
        assertThat(broken.agreements().get(1).scores()).isPresent();
    }

    @Test
    void withoutABacktestNothingIsSaidOfReturns() {
        assertThat(compare(Tier.L1, "STR-201", "STR-207")
                        .agreements()
                        .getFirst()
                        .lacking())
                .contains("daily returns");
    }
}
