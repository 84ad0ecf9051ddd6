package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
@DisabledOnOs(OS.WINDOWS)
class NotifierTest {
    @TempDir
    private Path folder;

    private Notifier notifier(String... command) {
        return new Notifier(Trust.program(folder, List.of(command)), folder, Duration.ofSeconds(3));
    }

    @Test
    void theMessageIsOneArgumentAndNoShellSeesIt() throws IOException {
        String message = "3 of 4 passed; $(touch hacked) 'quoted'";
        assertThat(notifier("sh", "-c", "printf '%s' \"$1\" > said", "sh", "<{message}>")
                        .send(message))
                .isEmpty();
        assertThat(folder.resolve("said")).hasContent("<" + message + ">");
        assertThat(folder.resolve("hacked")).doesNotExist();
    }

    @Test
    void aPathIsOneInTheWorkspace() throws IOException {
        Path script = folder.resolve("bin/tell.sh");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\npwd > where\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        assertThat(notifier("bin/tell.sh").send("done")).isEmpty();
        assertThat(Files.readString(folder.resolve("where")).strip())
                .isEqualTo(folder.toRealPath().toString());
    }

    @Test
    void whatGoesWrongIsSaid() {
        assertThat(notifier("sh", "-c", "exit 3").send("done")).contains("notify.command ended with exit status 3");
        assertThat(notifier("no-such-program-here").send("done"))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("notify.command could not be started"));
    }

    @Test
    void whatHangsIsEndedWithItsChildren() throws IOException {
        assertThat(notifier("sh", "-c", "sleep 300 & echo $! > child; wait").send("done"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("was ended"));
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        TestWorkspace.until(
                "its child is gone",
                () -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }
}
