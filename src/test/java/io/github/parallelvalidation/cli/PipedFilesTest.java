package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Pipes;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A workspace in which a file is a named pipe or larger than the memory: no command waits for it or fails on it, each
/// says what it is.
@Timeout(120)
class PipedFilesTest {
    private static final long HUGE = 1_500_000_000;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... arguments) {
        said.reset();
        Terminal terminal = TestTerminal.of(said, said);
        return new Cli(TestWorkspace.validation(), terminal, workspace -> 0).run(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private TestWorkspace workspace() {
        return TestWorkspace.in(folder).strategy("STR-101", PASS).strategy("STR-102", FAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pipeline/queue.yaml",
                "config/parallel-validation.yaml",
                "config/tiered-validation-protocol.yaml",
                "config/fixable-errors.yaml",
                "pipeline/trials.csv",
                "pipeline/parallel-validation.lock",
                "live-monitoring/parallel-validation-metrics.yaml",
                "BOOTSTRAP.md"
            })
    void aPipeInThePlaceOfAFileThatEveryRunNeedsStopsTheRunBeforeItBegins(String file) throws Exception {
        TestWorkspace workspace = workspace();
        Path pipe = Pipes.pipe(workspace.workspace().crypto().resolve(file));

        assertThat(run("validate", workspace.root(), "--on-escalation", "continue"))
                .isEqualTo(2);
        assertThat(said()).contains(pipe.toString()).contains("named pipe").doesNotContain("\tat ");
        assertThat(folder.resolve(".crypto/pipeline")).isDirectoryNotContaining("glob:**/parallel-validation-2*");
        for (String command : new String[] {"status", "check", "history", "trust"}) {
            run(command, workspace.root());
            assertThat(said()).as(command).doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"knowledge/failure-taxonomy.yaml", "pipeline/auto-retry-queue.yaml"})
    void aPipeInThePlaceOfAFileThatIsWrittenBesideTheResultIsSaid(String file) throws Exception {
        TestWorkspace workspace = workspace();
        Path pipe = Pipes.pipe(workspace.workspace().crypto().resolve(file));

        run("validate", workspace.root(), "--on-escalation", "continue");

        assertThat(said())
                .contains(pipe.getFileName().toString())
                .contains("named pipe")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline/trials.csv", "BOOTSTRAP.md", "pipeline/queue.yaml"})
    void aFileLargerThanTheMemoryIsRefusedUnread(String file) throws Exception {
        TestWorkspace workspace = workspace();
        Path path = workspace.workspace().crypto().resolve(file);
        Files.deleteIfExists(path);
        Pipes.hollow(path, HUGE);

        run("validate", workspace.root(), "--on-escalation", "continue");

        assertThat(said())
                .contains(path.getFileName() + ": the file cannot be read: it is larger than")
                .doesNotContain("\tat ");
    }

    @Test
    void barsThatAreAPipeAreNamed() throws Exception {
        TestWorkspace sample = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder);
        Pipes.pipe(folder.resolve(".crypto/data/DOGEUSD_1h.csv"));
        Path parameters;
        try (var files = Files.walk(sample.workspace().strategies())) {
            parameters = files.filter(file -> file.endsWith("parameters.yaml"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(parameters, Files.readString(parameters).replaceFirst("asset: .*", "asset: DOGEUSD"));

        run("check", sample.root());

        assertThat(said()).contains("DOGEUSD_1h.csv").contains("are there as a named pipe, which is not read");
    }
}
