package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.PASS;
import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.run.RunElsewhere;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.schema.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `status` says of workers that a run of another process has started.
@NullUnmarked // maps of parsed documents
class RunningWorkersTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void twoThatWait() {
        workspace = TestWorkspace.in(folder, "polling_interval_seconds: 0.1", "worker_timeout_seconds: 77")
                .strategy("STR-101", "progress 0.42 computing indicators", "await go", PASS)
                .strategy("STR-102", "await go", PASS);
    }

    @AfterEach
    void endWhatWasStarted() {
        started.forEach(RunningWorkersTest::kill);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Process validate(String... options) {
        List<String> arguments = new ArrayList<>(List.of("validate", workspace.root()));
        arguments.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(Program.command(arguments.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + started.size() + ".txt").toFile());
        builder.environment().putAll(Trust.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String status(String... options) {
        List<String> arguments = new ArrayList<>(List.of("status", workspace.root()));
        arguments.addAll(List.of(options));
        return said(arguments.toArray(String[]::new));
    }

    private static String said(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Cli(TestWorkspace.validation(), TestTerminal.of(out, new ByteArrayOutputStream()), _ -> 0).run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Map<String, Object> polled(String worker) throws IOException {
        String call = "{\"worker_id\": \"%s\", \"interval_seconds\": 0}".formatted(worker);
        String answer = said("tool", "poll_worker_result", "--json", call, workspace.root());
        return JSON.std.mapFrom(SchemaCheck.valid(Schema.WORKER, answer));
    }

    /// What a window would show.
    private Optional<RunElsewhere> elsewhere() {
        Validation validation = TestWorkspace.validation();
        return validation.elsewhere(validation.view(workspace.workspace()));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> running() {
        try {
            return (List<Map<String, Object>>) JSON.std
                    .mapFrom(SchemaCheck.valid(Schema.STATUS, status("--json")))
                    .get("running_workers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean bothRunAndOneHasSaidHowFarItIs() {
        List<Map<String, Object>> running = running();
        return running.size() == 2 && running.stream().anyMatch(worker -> worker.get("progress") != null);
    }

    private Map<String, Object> worker(String strategy) {
        return running().stream()
                .filter(worker -> strategy.equals(worker.get("strategy_id")))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> progressFiles() throws IOException {
        try (Stream<Path> files = Files.walk(workspace.workspace().strategies())) {
            return files.filter(file -> file.getFileName().toString().contains("progress"))
                    .toList();
        }
    }

    @Test
    void theyAreSeenFromAnotherProcessWithWhatTheyDoAndHowLongTheyMay() throws Exception {
        assertThat(running()).isEmpty();
        Process run = validate();
        until("both run", this::bothRunAndOneHasSaidHowFarItIs);

        assertThat(worker("STR-101"))
                .containsEntry("tier", "L0")
                .containsEntry("attempt", 1)
                .containsEntry("fix_attempt", null)
                .containsEntry("stage", "computing indicators")
                .containsEntry("progress", 0.42)
                .containsEntry("limit_seconds", 77.0)
                .containsEntry("run_id", workspace.newestRun())
                .hasEntrySatisfying("worker_id", id -> assertThat((String) id).startsWith("WORKER-"))
                .hasEntrySatisfying(
                        "elapsed_seconds",
                        seconds -> assertThat((Double) seconds).isBetween(0.0, 60.0));
        assertThat(worker("STR-102")).containsEntry("stage", null).containsEntry("progress", null);
        assertThat(polled((String) worker("STR-101").get("worker_id")))
                .containsEntry("status", "RUNNING")
                .containsEntry("progress", 0.42)
                .containsEntry("stage", "computing indicators");
        assertThat(status())
                .contains("STR-101 L0: attempt 1, 42 % (computing indicators), ")
                .contains("STR-102 L0: attempt 1, ")
                .contains(" of at most 1:17 min, WORKER-");

        assertThat(elsewhere()).hasValueSatisfying(seen -> {
            assertThat(seen.planned()).isEqualTo(2);
            assertThat(seen.done()).isZero();
            assertThat(seen.slots())
                    .filteredOn(Slot.Busy.class::isInstance)
                    .extracting(slot -> ((Slot.Busy) slot).progress())
                    .contains(new Slot.Progress(0.42, "computing indicators"))
                    .hasSize(2);
            assertThat(seen.slots()).hasSize(4);
        });

        workspace.write("go", "");
        assertThat(run.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(running()).isEmpty();
        assertThat(elsewhere()).isEmpty();
        assertThat(progressFiles()).isEmpty();
    }

    @Test
    void thoseOfARunThatWasKilledAreNotTakenForRunning() throws Exception {
        Process killed = validate();
        until("both run", this::bothRunAndOneHasSaidHowFarItIs);
        Object before = worker("STR-101").get("worker_id");
        kill(killed);
        killed.waitFor();
        until("the lock is free", () -> status().contains("lock free"));

        assertThat(running()).isEmpty();
        Process resumed = validate("--resume");
        until("both run again", () -> {
            List<Map<String, Object>> now = running();
            assertThat(now).noneMatch(worker -> before.equals(worker.get("worker_id")));
            return now.size() == 2;
        });

        workspace.write("go", "");
        assertThat(resumed.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(progressFiles()).isEmpty();
    }
}
