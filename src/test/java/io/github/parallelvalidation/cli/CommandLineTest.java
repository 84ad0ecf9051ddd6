package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type that means something else than it says.
class CommandLineTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open",
                "validate",
                "watch",
                "decide",
                "status",
                "report",
                "history",
                "check",
                "trust",
                "init",
                "worker",
                "help"
            })
    void everyCommandExplainsItself(String command) {
        for (String option : new String[] {"--help", "-h"}) {
            assertThat(run(command, option)).isZero();
            assertThat(said()).contains("Usage: parallel-validation " + command);
        }
    }

    @Test
    void theFolderOfTheFilesStandsForTheOneThatHoldsIt() throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", TestWorkspace.PASS);
        Path inner = workspace.workspace().crypto();

        assertThat(run("status", inner.toString(), "--json")).isZero();
        assertThat(said())
                .contains("\"workspace\" : \"" + workspace.root() + "\"")
                .contains("STR-101");
        run("check", inner + "/");
        assertThat(said()).doesNotContain("holds no .crypto");
        assertThat(run("validate", inner.toString(), "--dry-run")).isZero();
        assertThat(inner.resolve(".crypto")).doesNotExist();
        Path made = folder.resolve("new/.crypto");
        assertThat(run("init", made.toString())).isZero();
        assertThat(made.resolve("pipeline/queue.yaml")).exists();
        assertThat(Files.exists(made.resolve(".crypto"))).isFalse();
    }
}
