package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Needs;
import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Output that does not arrive is no success.
class LostOutputTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /// Fails as a disk or a pipe does.
    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(why);
            }
        };
    }

    private int run(String why, String command) {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", TestWorkspace.PASS);
        Terminal terminal = new Terminal(
                new TerminalStream(failing(why), StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                null,
                false);
        String[] words = Stream.of(command.split(" "))
                .map(word -> word.equals("WORKSPACE") ? workspace.root() : word)
                .toArray(String[]::new);
        return terminal.ending(new Cli(TestWorkspace.validation(), terminal, _ -> 0).run(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "help",
                "status --help",
                "status WORKSPACE",
                "status WORKSPACE --json",
                "check WORKSPACE --json",
                "history WORKSPACE --csv",
                "history WORKSPACE --json",
                "trust WORKSPACE --json",
                "validate WORKSPACE",
                "validate WORKSPACE --json"
            })
    void onAFullDiskEveryCommandEndsWithAStatusAndASentence(String command) {
        assertThat(run("No space left on device", command)).isEqualTo(74);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("The output could not be written to its end: No space left on device");
    }

    @Test
    void whoeverClosesThePipeHasSeenEnough() {
        assertThat(run("Broken pipe", "status WORKSPACE")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("could not be written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "status"})
    void theProgramItselfEndsSo(String command) throws Exception {
        Path full = Path.of("/dev/full");
        Needs.that(Files.exists(full), "there is no /dev/full here");
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", TestWorkspace.PASS);
        List<String> words = command.equals("status") ? List.of(command, workspace.root()) : List.of(command);
        Process process = new ProcessBuilder(Program.command(words.toArray(String[]::new)))
                .redirectOutput(full.toFile())
                .start();
        process.getOutputStream().close();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(74);
        assertThat(err).contains("The output could not be written to its end");
    }
}
