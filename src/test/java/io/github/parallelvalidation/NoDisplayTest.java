package io.github.parallelvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, in a process of its own, where no window can be shown.
@NullUnmarked // JUnit fills the fields
@EnabledOnOs(OS.LINUX)
class NoDisplayTest {
    @TempDir
    private Path folder;

    /// @return the exit status; what was said is in the file `said`
    private int start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Program.command(arguments));
        // As the launcher does for what may be the window.
        command.addAll(
                1,
                List.of(
                        "--module-path",
                        System.getProperty("jdk.module.path", ""),
                        "--add-modules",
                        "javafx.controls",
                        "--enable-native-access=javafx.graphics,ALL-UNNAMED"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        Map<String, String> environment = builder.environment();
        environment.remove("DISPLAY");
        environment.keySet().removeIf(name -> name.startsWith("XDG_"));
        environment.put("HOME", folder.resolve("home").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    @Test
    void openShowsTheStateAndStartsNothing() throws Exception {
        StrangersWorkspace stranger = new StrangersWorkspace(folder.resolve("strange"));
        String before = stranger.files().everything();
        for (List<String> arguments : List.of(
                List.of("open", stranger.files().root()),
                List.of(stranger.files().root()))) {
            assertThat(start(arguments.toArray(String[]::new))).as(said()).isZero();
            assertThat(said()).contains("nothing was started", "STR-301", "lock free");
        }
        assertThat(stranger.leftBehind()).isEmpty();
        assertThat(stranger.files().everything()).isEqualTo(before);
    }

    @Test
    void theFirstStartValidatesTheSampleAndEndsAsItShould() throws Exception {
        assertThat(start()).as(said()).isZero();
        assertThat(said()).contains("The window needs a display", "4 of 10 passed L0", "--with continue");
    }
}
