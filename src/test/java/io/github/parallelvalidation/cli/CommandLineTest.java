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
            assertThat(said()).as("no value is broken within a word").doesNotContainPattern("=[^\\s\\]]{20,}\n");
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

    @Test
    void optionsOfValidateWithoutACommandMeanValidate() {
        TestWorkspace workspace = TestWorkspace.in(folder)
                .strategy("STR-101", TestWorkspace.PASS)
                .strategy("STR-102", TestWorkspace.PASS)
                .strategy("STR-103", TestWorkspace.PASS);
        String before = workspace.everything();

        assertThat(run("--dry-run", workspace.root())).isZero();
        assertThat(said()).contains("STR-101", "STR-102", "STR-103");
        assertThat(run("--queue-size=2", "--dry-run", workspace.root())).isZero();
        assertThat(said()).contains("STR-101", "STR-102").doesNotContain("STR-103");
        assertThat(run("--workers", "9", workspace.root())).isEqualTo(2);
        assertThat(said()).contains("--workers must be from 1 to 4, not 9");
        assertThat(workspace.everything()).isEqualTo(before);

        assertThat(run("--workers", "3", workspace.root())).isZero();
        assertThat(workspace.queue().lines().filter(line -> line.contains("L0_PASSED")))
                .hasSize(3);
    }

    @Test
    void theProgramsOwnOptionsAndUnknownOnesStayWhatTheyAre() {
        assertThat(run("--version")).isZero();
        assertThat(said()).startsWith("parallel-validation ");
        assertThat(run("--help")).isZero();
        assertThat(said())
                .contains("Usage: parallel-validation [-hV] [COMMAND]")
                .contains("Options of validate without a command mean validate:");
        assertThat(run("--with", "continue")).isEqualTo(2);
        assertThat(said()).contains("Unknown options: '--with'");
    }

    @Test
    void whatIsNotUnderstoodIsSaidInALineNotUnderAPageOfHelp() {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", TestWorkspace.PASS);
        String help = "\nMore: parallel-validation validate --help\n";

        assertThat(run("validate", workspace.root(), "--workers", "9")).isEqualTo(2);
        assertThat(said()).isEqualTo("--workers must be from 1 to 4, not 9" + help);
        assertThat(run("validate", workspace.root(), "--queue-size", "x")).isEqualTo(2);
        assertThat(said()).isEqualTo("Invalid value for option '--queue-size': 'x' is no whole number" + help);
        assertThat(run("validate", workspace.root(), "--tier", "L7")).isEqualTo(2);
        assertThat(said()).isEqualTo("Invalid value for option '--tier': expected one of L0, L1 but was 'L7'" + help);
        assertThat(run("validate", workspace.root(), "--on-escalation", "relax", "--relax", "sharpe=0.1"))
                .isEqualTo(2);
        assertThat(said()).isEqualTo("--relax: L0 has no gate 'sharpe', only signal_frequency, hit_rate, ic" + help);
        assertThat(run("validate", workspace.root(), "--on-escalation", "relax", "--relax", "ic=low"))
                .isEqualTo(2);
        assertThat(said()).contains("'low' is no number" + help);
        assertThat(run("vaildate")).isEqualTo(2);
        assertThat(said()).contains("'vaildate'", "Did you mean: parallel-validation validate");
    }
}
