package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TraceArchiveTest {
    private static final StrategyId ID = new StrategyId("STR-201");
    private static final StrategyId OTHER = new StrategyId("STR-202");
    private static final List<String> FILES = List.of(
            "L1_complete.yaml",
            "L1_results.yaml",
            "L1_worker.log",
            "L1_placebo.csv",
            "L1_daily_returns.csv",
            "L1_trades.csv",
            "L1_equity.csv");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestWorkspace workspace;

    @BeforeEach
    void archiveFive() throws IOException {
        workspace = TestWorkspace.in(folder).strategy("STR-201").strategy("STR-202");
        for (int attempt = 0; attempt < 5; attempt++) {
            archive(ID, attempt);
            archive(OTHER, attempt);
        }
        write(results(ID), 9);
    }

    @Test
    void onlyTheNewestKeepTheirLargeFilesAndAllKeepTheOthers() throws IOException {
        tidy(2);

        assertThat(names(ID))
                .filteredOn(name -> name.endsWith("_L1_equity.csv") || name.endsWith("_L1_trades.csv"))
                .containsExactlyInAnyOrder(
                        "20260102-030403_L1_equity.csv",
                        "20260102-030404_L1_equity.csv",
                        "20260102-030403_L1_trades.csv",
                        "20260102-030404_L1_trades.csv");
        assertThat(names(ID)).hasSize(5 * FILES.size() - 6);
        assertThat(names(OTHER)).as("not of this run").hasSize(5 * FILES.size());
        for (String name : FILES) {
            assertThat(results(ID).resolve(name)).as("the present results").exists();
        }
        List<String> once = names(ID);
        tidy(2);
        assertThat(names(ID)).isEqualTo(once);
    }

    @Test
    void ofTwoOfTheSameSecondTheSecondIsTheNewer() throws IOException {
        archive(ID, 4);

        tidy(1);

        assertThat(names(ID))
                .filteredOn(name -> name.endsWith("_L1_equity.csv"))
                .containsExactly("20260102-030404-2_L1_equity.csv");
    }

    @Test
    void noneAtAllMayBeKeptAndWhatOthersPutThereStays() throws IOException {
        Files.writeString(archive(ID).resolve("L1_equity.csv"), "mine");
        Files.writeString(archive(ID).resolve("20260102-030400_L1_equity.csv.bak"), "mine");

        tidy(0);

        assertThat(names(ID))
                .filteredOn(name -> name.contains("L1_equity.csv"))
                .containsExactlyInAnyOrder("L1_equity.csv", "20260102-030400_L1_equity.csv.bak");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anArchiveThatIsALinkIsLeftAlone() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path kept = Files.writeString(elsewhere.resolve("20260102-030400_L1_equity.csv"), "not ours");
        Path strategy = Files.createDirectories(
                workspace.workspace().strategy(OTHER).orElseThrow().resolve("backtest-results"));
        try (Stream<Path> files = Files.list(archive(OTHER))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(archive(OTHER));
        Files.createSymbolicLink(strategy.resolve("archive"), elsewhere);

        new TraceArchive(workspace.workspace(), 0).tidy(List.of(OTHER));

        assertThat(kept).exists();
    }

    private void tidy(int keep) {
        new TraceArchive(workspace.workspace(), keep).tidy(List.of(ID, new StrategyId("STR-999")));
    }

    private void archive(StrategyId id, int attempt) throws IOException {
        write(results(id), attempt);
        new ResultFiles(results(id), Tier.L1).archive();
    }

    private static void write(Path results, int attempt) throws IOException {
        Files.createDirectories(results);
        for (String name : FILES) {
            Path file = Files.writeString(results.resolve(name), "attempt " + attempt);
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.parse("2026-01-02T03:04:00Z").plusSeconds(attempt)));
        }
    }

    private Path results(StrategyId id) {
        return workspace.workspace().strategy(id).orElseThrow().resolve("backtest-results");
    }

    private Path archive(StrategyId id) {
        return results(id).resolve("archive");
    }

    private List<String> names(StrategyId id) throws IOException {
        try (Stream<Path> files = Files.list(archive(id))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
