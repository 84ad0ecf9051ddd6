package io.github.parallelvalidation.luck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredWorldsTest {
    private static final StrategyId ID = new StrategyId("STR-201");

    @TempDir
    private Path folder;

    private ResultFiles files;

    @BeforeEach
    void make() throws IOException {
        Path results = folder.resolve(".crypto/knowledge/strategies/STR-201-test/backtest-results");
        files = new ResultFiles(Files.createDirectories(results), Tier.L0);
    }

    private String write(double... ic) throws IOException {
        Files.writeString(files.placebo(), WorldsFile.text(Tables.ofIc(ic)));
        return StoredWorlds.read(files.placebo(), Tier.L0).orElseThrow().sha256();
    }

    private RunWorlds find(String sha256) {
        return StoredWorlds.find(new Workspace(folder), Tier.L0, Map.of(ID, sha256), 0);
    }

    @Test
    void worldsAreFoundByTheirChecksumAlsoInTheArchive() throws IOException {
        String first = write(0.01, 0.02);
        files.archive();
        String second = write(0.03, 0.04, 0.05);
        assertThat(find(second).of(ID).orElseThrow().count()).isEqualTo(3);
        assertThat(find(first).of(ID).orElseThrow().scores()).containsExactly(0.01, 0.02);
    }

    @Test
    void aFileThatWasChangedIsNotTheRunsAnyMore() throws IOException {
        String written = write(0.01, 0.02);
        write(0.01, 0.03);
        assertThat(find(written).of(ID)).isEmpty();
        Files.delete(files.placebo());
        assertThat(find(written).of(ID)).isEmpty();
        assertThat(find(written).count()).isZero();
    }

    @Test
    void aFileWithAByteOrderMarkIsReadAndKnownAgain() throws IOException {
        Files.writeString(files.placebo(), "\uFEFF" + WorldsFile.text(Tables.ofIc(0.01, 0.02)));
        StoredWorlds.Read read = StoredWorlds.read(files.placebo(), Tier.L0).orElseThrow();

        assertThat(read.worlds().scores()).containsExactly(0.01, 0.02);
        assertThat(find(read.sha256()).of(ID).orElseThrow().scores()).containsExactly(0.01, 0.02);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        84,0.5,1.5  | ic must be from -1 to 1, found '1.5'
        84,0.5,-2   | ic must be from -1 to 1, found '-2'
        84,1.01,0   | hit_rate must be from 0 to 1, found '1.01'
        84,-0.1,0   | hit_rate must be from 0 to 1, found '-0.1'
        -1,0.5,0    | signal_frequency must be at least 0, found '-1'
        84,0.5,NaN  | ic must be a finite number or empty, found 'NaN'
        """)
    void whatNoMarketCanGiveIsRefused(String row, String why) throws IOException {
        Files.writeString(files.placebo(), "world,signal_frequency,hit_rate,ic\n1,84,0.5,0\n2," + row + "\n");
        assertThatThrownBy(() -> StoredWorlds.read(files.placebo(), Tier.L0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("L0_placebo.csv:3:1: " + why);
    }

    @Test
    void aCorrelationThatRoundingTookBeyondOneIsOne() throws IOException {
        Files.writeString(files.placebo(), "world,signal_frequency,hit_rate,ic\n1,84,1,1.0000000000000002\n2,0,,\n");
        assertThat(StoredWorlds.read(files.placebo(), Tier.L0)
                        .orElseThrow()
                        .worlds()
                        .scores())
                .containsExactly(1, Double.NEGATIVE_INFINITY);
    }

    @Test
    void aLinkOrAHugeFileIsRefusedWithItsName() throws IOException {
        write(0.01);
        Path elsewhere = Files.move(files.placebo(), folder.resolve("elsewhere.csv"));
        Files.createSymbolicLink(files.placebo(), elsewhere);
        assertThatThrownBy(() -> StoredWorlds.read(files.placebo(), Tier.L0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("L0_placebo.csv")
                .hasMessageContaining("plain file");
        Files.delete(files.placebo());
        Files.write(files.placebo(), new byte[5 * 1024 * 1024]);
        assertThatThrownBy(() -> StoredWorlds.read(files.placebo(), Tier.L0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("larger than 4 MiB");
    }

    @Test
    void theRunHasAsManyWorldsAsMostOfItsStrategies() {
        Worlds three = Tables.ofIc(0.01, 0.02, 0.03);
        Worlds two = Tables.ofIc(0.01, 0.02);
        Worlds four = Tables.ofIc(0.01, 0.02, 0.03, 0.04);
        StrategyId other = new StrategyId("STR-202");
        StrategyId third = new StrategyId("STR-203");
        RunWorlds mixed = new RunWorlds(Map.of(ID, three, other, three, third, two));
        assertThat(mixed.count()).isEqualTo(3);
        assertThat(mixed.joint(third)).isEmpty();
        assertThat(mixed.of(third)).contains(two);
        RunWorlds more = new RunWorlds(Map.of(ID, three, other, three, third, four));
        assertThat(more.joint(third).orElseThrow().scores()).containsExactly(0.01, 0.02, 0.03);
        assertThat(new RunWorlds(Map.of(ID, two, other, three)).count()).isEqualTo(3);
        RunWorlds fewPrograms = new RunWorlds(Map.of(ID, three, other, two, third, two), 3);
        assertThat(fewPrograms.count()).as("not cut to what most have").isEqualTo(3);
        assertThat(fewPrograms.joint(ID)).contains(three);
        assertThat(fewPrograms.joint(other)).isEmpty();
    }
}
