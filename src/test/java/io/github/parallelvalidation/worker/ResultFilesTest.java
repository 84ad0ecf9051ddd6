package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an earlier strategy or run left is never taken for what this one leaves.
@NullUnmarked // JUnit fills the fields
class ResultFilesTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private Path results;

    @BeforeEach
    void make() throws IOException {
        workspace = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample"));
        results = workspace.workspace().strategies().resolve("STR-201-rsi-reversion/backtest-results");
    }

    private void judge(Tier tier) {
        WorkerMain.run(
                List.of("--tier", tier.name(), "--strategy-id", "STR-201"),
                Map.of("PV_WORKSPACE", workspace.root()),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> ofTier(Tier tier) {
        return switch (tier) {
            case L0 -> List.of("L0_complete.yaml", "L0_events.csv", "L0_placebo.csv", "L0_results.yaml");
            case L1 ->
                List.of(
                        "L1_complete.yaml",
                        "L1_daily_returns.csv",
                        "L1_equity.csv",
                        "L1_placebo.csv",
                        "L1_results.yaml",
                        "L1_trades.csv");
        };
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void allThatAWorkerLeavesIsArchivedTogether(Tier tier) throws IOException {
        judge(tier);
        assertThat(names(results)).isEqualTo(ofTier(tier));

        new ResultFiles(results, tier).archive();

        assertThat(names(results)).isEmpty();
        assertThat(names(results.resolve("archive")))
                .map(name -> name.replaceFirst("^[0-9]{8}-[0-9]{6}_", ""))
                .containsExactlyInAnyOrderElementsOf(ofTier(tier));
    }

    @Test
    void theArchiveOfOneTierLeavesTheOtherAlone() throws IOException {
        judge(Tier.L0);
        judge(Tier.L1);

        new ResultFiles(results, Tier.L1).archive();

        assertThat(names(results)).isEqualTo(ofTier(Tier.L0));
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void whatCannotBeJudgedHasNoEventsTradesOrEquityOfAnEarlierStrategy(Tier tier) throws IOException {
        judge(tier);
        workspace.write(
                ".crypto/knowledge/strategies/STR-201-rsi-reversion/parameters.yaml",
                "{version: 1, asset: NONEUSD, timeframe: 1h, signal: {long: 'close > 1', horizon: 1}}");
        judge(tier);

        assertThat(names(results)).containsExactly(tier + "_complete.yaml", tier + "_results.yaml");
    }
}
