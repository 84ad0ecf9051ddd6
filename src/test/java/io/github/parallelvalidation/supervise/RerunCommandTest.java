package io.github.parallelvalidation.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A command that is shown in a report means, pasted into a shell, what was run.
@NullUnmarked // JUnit fills the fields
@DisabledOnOs(OS.WINDOWS)
class RerunCommandTest {
    private static final List<String> STRANGE = List.of(
            "plain",
            "two words",
            "",
            "it's",
            "$(touch x); `touch y` \"q\" & <b>",
            "tab\there",
            "line\nbreak",
            "bell\u0007 100 % \\ it's \u001b[31m",
            "\u202Ertl \u009b31m Zürich \uD83D\uDE80",
            "-n",
            "%s\\n\u0001");

    @TempDir
    private Path folder;

    private Workspace workspace;

    private String command(List<String> words) {
        workspace = Workspace.named(Path.of(TestWorkspace.in(folder).root()));
        return RerunCommand.byHand(workspace, words);
    }

    @Test
    void aShellUnderstandsWhatWasMeant() throws Exception {
        List<String> words = new ArrayList<>(List.of("printf", "<%s>"));
        words.addAll(STRANGE);
        words.add("-dash\u200B");
        words.add("ends\n\n");

        assertThat(said(command(words))).isEqualTo("<" + String.join("><", words.subList(2, words.size())) + ">");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(folder.resolve("y")).doesNotExist();
    }

    @Test
    void itIsOneLineAndHidesNothing() {
        assertThat(command(STRANGE))
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
                .contains("plain 'two words'", "\"$(printf -- 'line\\012break')\"", "Zürich \uD83D\uDE80");
    }

    private static String said(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }
}
