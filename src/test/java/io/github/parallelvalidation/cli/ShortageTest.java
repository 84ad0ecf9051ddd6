package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Needs;
import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where this program may open no file, start no process or write nothing more, no strategy is judged by that.
@NullUnmarked // JUnit fills the fields
@DisabledOnOs(OS.WINDOWS)
class ShortageTest {
    private static final String NOBODY = "65534";

    @TempDir
    private Path folder;

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Trust.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() + " " + said : "no end";
    }

    private TestWorkspace four() {
        return TestWorkspace.in(folder.resolve("workspace"))
                .strategy("STR-101", PASS)
                .strategy("STR-102", PASS)
                .strategy("STR-103", PASS)
                .strategy("STR-104", PASS);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /// With a few descriptors the plan can be written and no worker be started; with more some can.
    @ParameterizedTest
    @CsvSource({"4", "7", "10", "14", "20"})
    void withoutDescriptorsTheRunStopsAndTheEntriesWaitAgain(int left) throws IOException, InterruptedException {
        List<String> limit = List.of("prlimit", "--nofile=400:400");
        Needs.that(Commands.works(joined(limit, List.of("true"))), "there is no prlimit (util-linux) here");
        TestWorkspace workspace = four();
        String said = run(joined(
                limit,
                Program.command(Hungry.class, "files", String.valueOf(left), "validate", workspace.root(), "--trust")));
        assertThat(said).as(said).doesNotContain("mistake in the program").doesNotContain("WORKER_CRASH");
        assertThat(workspace.queue()).as(said).doesNotContain("ERROR").doesNotContain("FAIL");
        if (!said.startsWith("0 ")) {
            assertThat(said).containsAnyOf("Too many open files", "No more files may be opened");
            assertThat(workspace.queue()).as(said).doesNotContain("VALIDATING");
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "4", "8"})
    void withoutProcessesTheRunStopsAndTheEntriesWaitAgain(int left) throws IOException, InterruptedException {
        // The superuser may start as many as he likes; somebody else can read what is his by these rights only.
        List<String> limit = List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--clear-groups",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override",
                "prlimit",
                "--nproc=60:60");
        Needs.that(Commands.works(joined(limit, List.of("true"))), "only the superuser can become somebody else here");
        TestWorkspace workspace = four();
        String said = run(joined(
                limit,
                Program.command(
                        Hungry.class, "threads", String.valueOf(left), "validate", workspace.root(), "--trust")));
        assertThat(said).as(said).startsWith("70 ").doesNotContain("mistake in the program");
        assertThat(said).contains("no strategy's fault", "No more processes or threads may be started");
        assertThat(workspace.queue())
                .as(said)
                .doesNotContain("ERROR")
                .doesNotContain("FAIL")
                .doesNotContain("VALIDATING");
    }

    @Test
    void aFullDiskIsNoVerdictEither() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        List<String> mount = Commands.asSuperuser(
                List.of("mount", "-t", "tmpfs", "-o", "size=512k,mode=777", "tmpfs", disk.toString()));
        Needs.that(Commands.works(mount), "a small disk cannot be mounted here");
        try {
            TestWorkspace workspace =
                    TestWorkspace.in(disk).strategy("STR-101", "await go", PASS).strategy("STR-102", "await go", PASS);
            Process run = new ProcessBuilder(Program.command("validate", workspace.root(), "--trust"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            run.getOutputStream().close();
            TestWorkspace.until(
                    "two run",
                    () -> workspace.queue().split("L0_VALIDATING", -1).length == 3
                            && workspace.everything().split("event: started", -1).length == 3);
            fill(disk.resolve("ballast"));
            Files.createSymbolicLink(disk.resolve("go"), folder);
            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(folder.resolve("log"));
            assertThat(run.exitValue()).as(said).isEqualTo(70);
            assertThat(said).contains("no space left on the disk", "no strategy's fault");
            assertThat(workspace.queue()).doesNotContain("ERROR").doesNotContain("FAIL");

            Files.delete(disk.resolve("ballast"));
            OutputStream nobody = OutputStream.nullOutputStream();
            int status = new Cli(TestWorkspace.validation(), TestTerminal.of(nobody, nobody), _ -> 0)
                    .run("validate", workspace.root(), said.contains("--resume") ? "--resume" : "--workers=2");
            assertThat(status).isZero();
        } finally {
            Commands.run(Commands.asSuperuser(List.of("umount", "-l", disk.toString())));
        }
    }

    private static void fill(Path ballast) throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
