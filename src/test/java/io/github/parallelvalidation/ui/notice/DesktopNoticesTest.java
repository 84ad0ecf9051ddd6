package io.github.parallelvalidation.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.ui.model.Notice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Notices by a program that stands in for the desktop's own.
@DisabledOnOs(OS.WINDOWS)
class DesktopNoticesTest {
    private static final Notice NOTICE = new Notice("✓ 3 of 9 passed – $(touch hacked) \"a\"", "<b>Noise & more; `id`");

    @TempDir
    private Path folder;

    @Test
    void theWordsAreArgumentsAndNoShellSeesThem() throws IOException {
        DesktopProgram program = program("notify-send", "printf '%s\\n' \"$@\" > said");

        assertThat(send(program, Duration.ofSeconds(10))).isEmpty();

        assertThat(folder.resolve("said"))
                .hasContent(
                        "--app-name=Parallel Validation\n--\n" + NOTICE.title() + "\n&lt;b&gt;Noise &amp; more; `id`");
        assertThat(folder.resolve("hacked")).doesNotExist();
    }

    @Test
    void whatGoesWrongIsSaidAndThrowsNothing() throws IOException {
        assertThat(send(program("notify-send", "exit 3"), Duration.ofSeconds(10)))
                .hasValueSatisfying(problem -> assertThat(problem).endsWith("notify-send ended with exit status 3"));
        assertThat(send(new DesktopProgram.NotifySend(folder.resolve("gone")), Duration.ofSeconds(10)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("gone"));
        DesktopNotices none = new DesktopNotices(Optional.empty(), Runnable::run, Duration.ofSeconds(10));
        none.accept(NOTICE);
    }

    @Test
    void oneThatHangsIsEndedWithItsChildren() throws IOException {
        DesktopProgram program = program("notify-send", "sleep 300 & echo $! > child; wait");

        assertThat(send(program, Duration.ofSeconds(1)))
                .hasValueSatisfying(problem -> assertThat(problem).endsWith("was not done after 1 s"));

        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        TestWorkspace.until(
                "its child is gone",
                () -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void eachSystemHasItsProgramAndOnlyAbsoluteFoldersAreSearched() throws IOException {
        for (String name : new String[] {"notify-send", "osascript", "powershell.exe"}) {
            program(name, "exit 0");
        }
        String path = "." + File.pathSeparator + File.pathSeparator + folder;

        assertThat(DesktopProgram.find("Linux", path))
                .contains(new DesktopProgram.NotifySend(folder.resolve("notify-send")));
        assertThat(DesktopProgram.find("Mac OS X", path))
                .contains(new DesktopProgram.OsaScript(folder.resolve("osascript")));
        assertThat(DesktopProgram.find("Windows 11", path))
                .contains(new DesktopProgram.PowerShell(folder.resolve("powershell.exe")));
        assertThat(DesktopProgram.find(
                        "Linux",
                        Path.of("")
                                .toAbsolutePath()
                                .relativize(folder.toAbsolutePath())
                                .toString()))
                .as("relative to where the program was started")
                .isEmpty();
        assertThat(DesktopProgram.find("Linux", "")).isEmpty();
    }

    @Test
    void whereACommandIsAScriptTheWordsStandInTheEnvironment() {
        DesktopProgram windows = new DesktopProgram.PowerShell(Path.of("powershell.exe"));

        assertThat(String.join(" ", windows.command(NOTICE))).doesNotContain("hacked");
        assertThat(windows.environment(NOTICE))
                .containsEntry("PV_NOTICE_TITLE", NOTICE.title())
                .containsEntry("PV_NOTICE_TEXT", NOTICE.text());
        assertThat(new DesktopProgram.OsaScript(Path.of("osascript")).command(NOTICE))
                .endsWith("--", NOTICE.title(), NOTICE.text());
    }

    private static Optional<String> send(DesktopProgram program, Duration limit) {
        return new DesktopNotices(Optional.of(program), Runnable::run, limit).send(program, NOTICE);
    }

    private DesktopProgram program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\ncd '" + folder + "'\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return new DesktopProgram.NotifySend(file);
    }
}
