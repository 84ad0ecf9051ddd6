package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Needs;
import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders that whoever runs the program may not write in are found before there is anything to be lost.
@NullUnmarked // JUnit fills the fields
class UnwritableFoldersTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void two() throws IOException {
        Needs.that(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "folders have no modes here");
        workspace = TestWorkspace.in(folder)
                .strategy("STR-101", TestWorkspace.PASS)
                .strategy("STR-102", TestWorkspace.PASS);
        Files.createDirectories(crypto("live-monitoring"));
        Files.createDirectories(crypto("knowledge/decisions"));
        Files.createDirectories(crypto("pipeline/trials"));
    }

    private Path crypto(String path) {
        return workspace.workspace().crypto().resolve(path).normalize();
    }

    /// The exit status and what was said, by somebody who may write in all folders but this.
    private String without(Path closed, String... arguments) throws IOException, InterruptedException {
        mode(closed, "r-xr-xr-x");
        try {
            return Commands.run(Commands.boundByModes(Program.command(Command.class, arguments)));
        } finally {
            mode(closed, "rwxr-xr-x");
        }
    }

    private static void mode(Path folder, String mode) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"live-monitoring", "knowledge/decisions", "pipeline", "pipeline/trials", "."})
    void oneThatEveryRunWritesInIsNamedAndNothingIsRun(String name) throws IOException, InterruptedException {
        String before = workspace.everything();
        Path closed = crypto(name);
        String said = without(closed, "validate", workspace.root(), "--trust", "--json");
        assertThat(said)
                .startsWith("2 ")
                .contains(closed + ": cannot be written in: permission denied for " + closed, "\"exit_status\":2");
        assertThat(workspace.everything()).isEqualTo(before);
    }

    @Test
    void oneThatIsYetToBeMadeIsAskedForWhereItWillBe() throws IOException, InterruptedException {
        Files.delete(crypto("live-monitoring"));
        assertThat(without(crypto("."), "validate", workspace.root(), "--trust"))
                .startsWith("2 ")
                .contains("cannot be written in: permission denied for " + crypto("."));
        assertThat(workspace.queue()).doesNotContain("L0_");
    }

    @Test
    void neitherIsAnythingRecoveredWhereTheNextRunCouldNotBegin() throws IOException, InterruptedException {
        workspace.change(".crypto/pipeline/queue.yaml", "PENDING", "L0_VALIDATING");
        String before = workspace.everything();
        assertThat(without(crypto("live-monitoring"), "validate", workspace.root(), "--trust", "--recover"))
                .startsWith("2 ")
                .contains("live-monitoring: cannot be written in: ");
        assertThat(workspace.everything()).isEqualTo(before);
    }

    @Test
    void aStrategyWhoseOwnFolderItIsFailsAtOnceAndAlone() throws IOException, InterruptedException {
        String said = without(
                crypto("knowledge/strategies/STR-101-test"),
                "validate",
                workspace.root(),
                "--trust",
                "--on-escalation",
                "continue",
                "--json");
        assertThat(said)
                .startsWith("1 ")
                .contains("strategy_invalid", "STR-101-test/backtest-results: cannot be written in: permission denied")
                .contains("\"attempts\" : 1")
                .doesNotContain("\"attempts\" : 2", "\"attempts\" : 4")
                .doesNotContain("could not be started", "RECOVERY_EXHAUSTED");
        assertThat(workspace.queue()).contains("L0_FAILED").contains("L0_PASSED");
    }
}
