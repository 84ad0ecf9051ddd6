package io.github.parallelvalidation.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.worker.StrategyInputs;
import io.github.parallelvalidation.worker.WorkerMain;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
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
import org.junit.jupiter.params.provider.ValueSource;

/// A strategy's folder that holds links to what is not its own.
@NullUnmarked
class PlantedLinksTest {
    private static final String PARAMETERS =
            "asset: BTC/USD\ntimeframe: 1h\nsignal: {horizon: 1, long: close > open}\n";

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path strategy;
    private Path precious;

    @BeforeEach
    void strategy() throws IOException {
        workspace = new Workspace(folder.resolve("workspace"));
        strategy = Files.createDirectories(workspace.strategies().resolve("STR-201"));
        Files.writeString(strategy.resolve("parameters.yaml"), PARAMETERS);
        precious = Files.writeString(folder.resolve("precious"), "keep");
    }

    private ResultFiles files() {
        return new ResultFiles(strategy.resolve("backtest-results"), Tier.L0);
    }

    @Test
    void resultsAndLogAreNotWrittenThroughLinks() throws IOException {
        Files.createDirectories(files().folder());
        for (Path file : new Path[] {files().results(), files().flag(), files().log()}) {
            Files.createSymbolicLink(file, precious);
        }
        assertThatThrownBy(() -> new WorkerLog(files().log()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("L0_worker.log: leads out of the workspace");
        files().unlink();
        assertThat(files().results()).doesNotExist();
        files().archive();
        try (WorkerLog log = new WorkerLog(files().log())) {
            log.line("mine".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(files().log()).isRegularFile().hasContent("mine");
        assertThat(precious).hasContent("keep");
    }

    @Test
    void aLinkThatLeadsNowhereIsArchivedLikeAnyOther() throws IOException {
        Files.createDirectories(files().folder());
        Files.createSymbolicLink(files().log(), folder.resolve("later"));
        files().archive();
        new WorkerLog(files().log()).close();
        assertThat(folder.resolve("later")).doesNotExist();
    }

    @Test
    void aWorkerByHandDoesNotWriteWhereItsFolderLeadsOut() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(files().folder(), outside);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int status = WorkerMain.run(
                List.of("--strategy-id", "STR-201"),
                Map.of("PV_WORKSPACE", workspace.root().toString()),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(status).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("backtest-results: leads out of the workspace " + workspace.root());
        assertThat(outside).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backtest-results", "backtest-results/archive"})
    void anOutputFolderThatLeadsOutIsRefused(String name) throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Path link = strategy.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, outside);
        assertThatThrownBy(() -> files().archive())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
        try (Stream<Path> written = Files.list(outside)) {
            assertThat(written).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../../../../../../../etc/passwd", "/etc/passwd", "../../../../../precious"})
    void aDataSpecCannotNameAFileOutside(String file) throws IOException {
        Files.writeString(strategy.resolve("data-spec.yaml"), "file: " + file + "\n");
        StrategyInputs inputs = new StrategyInputs(workspace, strategy);
        assertThatThrownBy(inputs::barFile)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
    }

    @Test
    void aDataSpecCannotNameALinkThatLeadsOut() throws IOException {
        Files.createSymbolicLink(strategy.resolve("bars.csv"), precious);
        Files.writeString(strategy.resolve("data-spec.yaml"), "file: bars.csv\n");
        assertThatThrownBy(new StrategyInputs(workspace, strategy)::barFile)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\0b\"", "no/such/file", "\"\""})
    void aDataSpecThatNamesNoFileIsRefusedInWords(String file) throws IOException {
        Files.writeString(strategy.resolve("data-spec.yaml"), "file: " + file + "\n");
        assertThatThrownBy(new StrategyInputs(workspace, strategy)::barFile)
                .isInstanceOfAny(ProblemException.class, DataException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters.yaml", "data-spec.yaml"})
    void aStrategysOwnFilesAreNoLinksToOthers(String name) throws IOException {
        Files.deleteIfExists(strategy.resolve(name));
        Files.createSymbolicLink(strategy.resolve(name), precious);
        StrategyInputs inputs = new StrategyInputs(workspace, strategy);
        assertThatThrownBy(inputs::barFile)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T(java.lang.Runtime).getRuntime().exec(\"true\")",
                "close.getClass()",
                "new java.io.File(\"x\")",
                "java.lang.System.exit(1)",
                "${jndi:ldap://localhost/a}",
                "''.class",
                "close; exit"
            })
    void anExpressionCannotReachJava(String expression) throws IOException {
        Files.writeString(
                strategy.resolve("parameters.yaml"),
                "asset: BTC/USD\ntimeframe: 1h\nsignal:\n  horizon: 1\n  long: |-\n    " + expression + "\n");
        assertThat(new BuiltInInspector()
                        .inspection(workspace, Tier.L0)
                        .of(strategy)
                        .errors())
                .first()
                .satisfies(problem -> assertThat(problem.headline()).contains("parameters.yaml:5:9: signal.long: in "));
    }
}
