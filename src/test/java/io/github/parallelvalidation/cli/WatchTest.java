package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.schema.SchemaCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `watch` as a process of its own, whose queue this process feeds.
@DisabledOnOs(OS.WINDOWS) // nothing stops a process politely there
@NullUnmarked // maps of parsed documents
class WatchTest {
    private static final int STRATEGIES = 9;

    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private Process program;

    private void watch(String... options) throws IOException {
        List<String> command = new ArrayList<>(Program.command("watch", workspace.root()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(Trust.environment());
        program = builder.start();
        program.getOutputStream().close();
    }

    @AfterEach
    void endWhatWasStarted() {
        program.descendants().forEach(ProcessHandle::destroyForcibly);
        program.destroyForcibly();
    }

    private int stop() throws InterruptedException {
        program.destroy();
        assertThat(program.waitFor(40, TimeUnit.SECONDS)).as("the program ends").isTrue();
        return program.exitValue();
    }

    private String said(String stream) {
        try {
            return Files.readString(folder.resolve(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As a pipeline does: the file is opened, its end is written to, it is closed.
    private void append(String id, String script) throws IOException {
        workspace.script(id, script);
        Files.writeString(
                workspace.workspace().queue(),
                "  - id: " + id + "   # appended\n    status: PENDING\n",
                StandardOpenOption.APPEND);
    }

    private long count(String status) {
        return workspace
                .queue()
                .lines()
                .filter(line -> line.endsWith("status: " + status))
                .count();
    }

    @Test
    void whatAnotherProcessAppendsIsValidatedExactlyOnce() throws Exception {
        workspace = TestWorkspace.in(folder, "polling_interval_seconds: 0.1");
        watch("--json");
        until("it watches", () -> said("err").contains("0 of the 2"));
        append("STR-101", "await go\n" + PASS);
        append("STR-102", PASS);
        append("STR-103", PASS);
        until("a run is on", () -> count("L0_VALIDATING") > 0);
        for (int number = 104; number <= 100 + STRATEGIES; number++) {
            append("STR-" + number, number % 4 == 0 ? FAIL : PASS);
        }
        workspace.write("go", "");
        until("all are validated", () -> count("L0_PASSED") + count("L0_FAILED") == STRATEGIES);
        until("it watches again", () -> said("err").lines().toList().getLast().contains("0 of the 2"));

        assertThat(stop()).isZero();
        List<Map<String, Object>> runs = new ArrayList<>();
        for (String line : said("out").lines().toList()) {
            runs.add(JSON.std.mapFrom(SchemaCheck.valid(Schema.RUN, line)));
        }
        assertThat(runs).hasSize(2);
        assertThat(runs.stream().flatMap(WatchTest::strategies))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(101, 100 + STRATEGIES)
                        .mapToObj(number -> "STR-" + number)
                        .toList());
        assertThat(workspace.queue().lines().filter(line -> line.endsWith("# appended")))
                .hasSize(STRATEGIES);
        assertThat(said("err")).endsWith("No longer watching.\n");
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> strategies(Map<String, Object> run) {
        return ((List<Map<String, Object>>) run.get("strategies"))
                .stream().map(strategy -> (String) strategy.get("strategy_id"));
    }

    @Test
    void aStopInTheMiddleOfARunPutsTheRestBackAndSaysSo() throws Exception {
        workspace = TestWorkspace.in(folder, "polling_interval_seconds: 0.1")
                .strategy("STR-101", PASS)
                .strategy("STR-102", "await go", PASS);
        watch("--json");
        until("one has finished", () -> said("err").contains("STR-101"));

        assertThat(stop()).isEqualTo(130);
        assertThat(count("L0_PASSED")).isEqualTo(1);
        assertThat(count("PENDING")).isEqualTo(1);
        assertThat(said("out").lines()).singleElement().asString().contains("\"cancelled\":true", "STR-101");
        SchemaCheck.valid(Schema.RUN, said("out"));
    }
}
