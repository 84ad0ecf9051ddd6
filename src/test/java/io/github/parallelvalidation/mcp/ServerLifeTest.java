package io.github.parallelvalidation.mcp;

import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.run.WorkerLook;
import io.github.parallelvalidation.supervise.LeftBehind;
import io.github.parallelvalidation.tools.Documents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a server does when many ask at once, when calls are cancelled, and when its client or itself is gone.
@DisabledOnOs(OS.WINDOWS)
class ServerLifeTest {
    private static final int MANY = 50;

    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void aWorkspace() {
        workspace = ShellWorkspace.in(folder)
                .strategy("STR-101", "pass")
                .strategy("STR-102", "hold go", "pass")
                .strategy("STR-103", "hold go", "fail")
                .strategy("STR-104", "pass");
    }

    @AfterEach
    void endWhatWasStarted() {
        started.forEach(Process::destroyForcibly);
        LeftBehind.processes(folder).forEach(ProcessHandle::destroyForcibly);
    }

    private Lines server(String capabilities) throws IOException, InterruptedException {
        Process process = ServerProgram.start(workspace);
        started.add(process);
        Lines client = new Lines(process.getOutputStream(), process.getInputStream());
        client.initialize(capabilities);
        return client;
    }

    private void untilItsEnd() throws InterruptedException {
        assertThat(started.getLast().waitFor(20, TimeUnit.SECONDS))
                .as("the server ends")
                .isTrue();
    }

    private static String patiently(String worker) {
        return "{'worker_id': '%s', 'interval_seconds': 3600}".formatted(worker);
    }

    private static String once(String worker) {
        return "{'worker_id': '%s', 'interval_seconds': 0}".formatted(worker);
    }

    private List<String> statuses() {
        return workspace
                .queue()
                .lines()
                .filter(line -> line.contains("status:"))
                .map(line -> line.strip().substring("status: ".length()))
                .toList();
    }

    private void assertNothingIsLeft() {
        assertThat(LeftBehind.processes(folder)).isEmpty();
        assertThat(workspace.queue()).doesNotContain("VALIDATING");
        assertThat(RunLock.holder(workspace.workspace())).isEmpty();
        assertThat(workspace.read("err.txt")).isEmpty();
    }

    @Test
    void manyPollsKeepNobodyWaitingACancelledOneEndsAndTheEndOfTheInputEndsAll() throws Exception {
        Lines client = server("{}");
        String done = client.spawns("STR-101");
        assertThat(client.does("poll_worker_result", patiently(done))).containsEntry("status", "COMPLETED");
        String held = client.spawns("STR-102");
        List<Integer> polls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            polls.add(client.calls("poll_worker_result", patiently(held)));
        }

        String next = client.spawns("STR-104");
        assertThat(client.does("poll_worker_result", patiently(next))).containsEntry("status", "COMPLETED");

        client.send("{'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params': {'requestId': %d}}"
                .formatted(polls.getFirst()));
        Map<String, @Nullable Object> cancelled = Lines.document(client.answerTo(polls.getFirst()), true);
        assertThat(Documents.map(cancelled.get("error"))).containsEntry("kind", "cancelled");
        assertThat(client.does("poll_worker_result", once(held))).containsEntry("state", "RUNNING");

        client.close();
        untilItsEnd();
        assertNothingIsLeft();
        assertThat(statuses()).containsExactly("L0_PASSED", "PENDING", "PENDING", "L0_PASSED");
        assertThat(started.getLast().exitValue()).isZero();
    }

    @Test
    void theEndOfTheInputEndsAServerThatWaitsForAnAnswer() throws Exception {
        workspace.script("STR-101", "fail");
        Lines client = server("{'elicitation': {}}");
        client.spawns("STR-101");
        client.calls("merge_validation_results", "{}");
        Map<String, Object> asked = client.next();
        assertThat(asked).containsEntry("method", "elicitation/create");
        assertThat(String.valueOf(asked.get("params"))).contains("What is to be done?", "What noise would pass");
        long before = System.nanoTime();
        client.close();
        untilItsEnd();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before)).isLessThan(8);
        assertNothingIsLeft();
        assertThat(TestWorkspace.validation().view(workspace.workspace()).openQuestions())
                .hasSize(1);
    }

    @Test
    void aTerminationSignalEndsItAsTheEndOfTheInputDoes() throws Exception {
        Lines client = server("{}");
        client.spawns("STR-102");
        until("it runs", () -> !LeftBehind.processes(folder).isEmpty());
        started.getLast().destroy();
        untilItsEnd();
        assertNothingIsLeft();
        assertThat(statuses()).containsOnly("PENDING");
    }

    @Test
    void afterAKillTheNextServerTakesTheRunUp() throws Exception {
        Lines client = server("{}");
        String done = client.spawns("STR-101");
        client.does("poll_worker_result", patiently(done));
        String cut = client.spawns("STR-102");
        String other = client.spawns("STR-103");
        until("both run", () -> journal().split("event: started", -1).length == 4);
        started.getLast().destroyForcibly();
        untilItsEnd();

        Lines next = server("{}");
        assertThat(next.does("poll_worker_result", once(done))).containsEntry("status", "COMPLETED");
        assertThat(next.does("poll_worker_result", once(cut))).containsEntry("state", "INTERRUPTED");
        workspace.write("go", "");
        String joined = next.spawns("STR-104");
        assertThat(next.does("poll_worker_result", patiently(cut))).containsEntry("status", "COMPLETED");
        assertThat(next.does(
                        "merge_validation_results",
                        "{'results_list': ['%s', '%s', '%s', '%s']}".formatted(done, cut, other, joined)))
                .containsEntry("pass_count", 3)
                .containsEntry("fail_count", 1)
                .containsEntry("remarks", List.of());
        assertThat(statuses()).containsExactly("L0_PASSED", "L0_PASSED", "L0_FAILED", "L0_PASSED");
        assertThat(journal().split("event: started, strategy_id: STR-101", -1)).hasSize(2);
        next.close();
        untilItsEnd();
        assertNothingIsLeft();
    }

    @Test
    void afterAKillTheRunCanBeResumedLikeAnyOther() throws Exception {
        Lines client = server("{}");
        String done = client.spawns("STR-101");
        String cut = client.spawns("STR-102");
        until("both run", () -> journal().contains("event: started, strategy_id: STR-102"));
        started.getLast().destroyForcibly();
        untilItsEnd();
        workspace.write("go", "");

        TestWorkspace.validation().resume(workspace.workspace(), RunWishes.NONE).execute();

        assertThat(statuses()).containsExactly("L0_PASSED", "L0_PASSED", "PENDING", "PENDING");
        for (String worker : List.of(done, cut)) {
            assertThat(TestWorkspace.validation()
                            .worker(workspace.workspace(), worker)
                            .orElseThrow()
                            .state())
                    .isEqualTo(WorkerLook.State.ENDED);
        }
    }

    private String journal() {
        return workspace.read(".crypto/pipeline/parallel-validation-" + workspace.newestRun() + ".yaml");
    }
}
