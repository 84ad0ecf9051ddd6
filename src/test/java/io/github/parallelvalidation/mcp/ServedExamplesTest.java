package io.github.parallelvalidation.mcp;

import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.supervise.LeftBehind;
import io.github.parallelvalidation.tools.Documents;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the pipeline's own description, by the SDK's client over the pipes of a real server.
@DisabledOnOs(OS.WINDOWS)
class ServedExamplesTest {
    @TempDir
    private static Path folder;

    private static final List<McpSchema.ProgressNotification> PROGRESS = new CopyOnWriteArrayList<>();
    private static final List<String> QUESTIONS = new CopyOnWriteArrayList<>();

    private static TestWorkspace workspace;
    private static McpSyncClient client;

    @BeforeAll
    static void aServer() {
        workspace = ShellWorkspace.in(folder.resolve("served"));
        List.of("STR-201", "STR-202", "STR-203", "STR-204", "STR-206", "STR-208", "STR-210")
                .forEach(id -> workspace.strategy(id, "pass"));
        workspace
                .strategy("STR-205", "few")
                .strategy("STR-207", "coin")
                .strategy("STR-209", "[ $PV_ATTEMPT = 1 ] && hold never", "pass")
                .strategy("STR-211", "for i in 1 2 3 4; do echo progress 0.$i step $i; hold step-$i; done", "pass")
                .strategy("STR-212", "fail")
                .strategy("STR-213", "fail");
        client = client(workspace, false);
    }

    @AfterAll
    static void close() {
        client.closeGracefully();
        until(
                "no worker is left",
                () -> LeftBehind.processes(workspace.workspace().root()).isEmpty());
        assertThat(workspace.queue()).doesNotContain("VALIDATING");
        assertThat(ServerProgram.errors(workspace)).isEmpty();
    }

    /// @param asks whether it can ask its person, who says "continue"
    private static McpSyncClient client(TestWorkspace workspace, boolean asks) {
        workspace.write("err.txt", "");
        List<String> command = ServerProgram.command(workspace);
        ServerParameters server = ServerParameters.builder(command.getFirst())
                .args(command.subList(1, command.size()))
                .env(ServerProgram.environment(workspace))
                .build();
        StdioClientTransport transport = new StdioClientTransport(server, McpJsonDefaults.getMapper());
        transport.setStdErrorHandler(line -> workspace.write("err.txt", workspace.read("err.txt") + line + "\n"));
        McpClient.SyncSpec spec = McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .progressConsumer(PROGRESS::add);
        if (asks) {
            spec.capabilities(
                            McpSchema.ClientCapabilities.builder().elicitation().build())
                    .elicitation(asked -> {
                        QUESTIONS.add(asked.message());
                        return new ElicitResult(ElicitResult.Action.ACCEPT, Map.of("decision", "continue"));
                    });
        }
        McpSyncClient made = spec.build();
        made.initialize();
        return made;
    }

    private static Map<String, @Nullable Object> does(McpSyncClient by, String tool, String json) {
        CallToolResult result = by.callTool(CallToolRequest.builder(tool)
                .arguments(Documents.quoted(json))
                .progressToken("token-" + json.hashCode())
                .build());
        assertThat(result.isError()).as(() -> tool + json + result.content()).isFalse();
        return Documents.map(result.structuredContent());
    }

    private static String spawn(McpSyncClient by, String strategy, int timeout) {
        return String.valueOf(does(by, "spawn_parallel_worker", """
            {'agent_id': 'oh-my-claudecode:backtester', 'timeout_seconds': %d,
             'task_spec': {'strategy_id': '%s', 'tier': 'L0'}}\
            """.formatted(timeout, strategy))
                .get("worker_id"));
    }

    private static Map<String, @Nullable Object> poll(McpSyncClient by, String worker) {
        return does(
                by,
                "poll_worker_result",
                "{'worker_id': '%s', 'max_polls': 30, 'interval_seconds': 1}".formatted(worker));
    }

    private static Map<String, @Nullable Object> merge(McpSyncClient by, List<String> workers) {
        return does(by, "merge_validation_results", Documents.text(Map.of("results_list", workers)));
    }

    private static List<String> spawnAll(McpSyncClient by, String... strategies) {
        return Stream.of(strategies).map(id -> spawn(by, id, 600)).toList();
    }

    @Test
    void theServerPublishesItsTools() {
        assertThat(client.listTools().tools())
                .extracting(McpSchema.Tool::name)
                .containsExactly(
                        "spawn_parallel_worker",
                        "poll_worker_result",
                        "merge_validation_results",
                        "update_queue_status",
                        "validate",
                        "status",
                        "decide",
                        "history",
                        "check");
        assertThat(client.getServerInstructions()).contains("expected_lucky_passes");
        assertThat(client.getServerInfo().name()).isEqualTo("parallel-validation");
    }

    @Test
    void allPass() {
        List<String> workers = spawnAll(client, "STR-201", "STR-202", "STR-203");
        assertThat(workers)
                .allSatisfy(worker -> assertThat(poll(client, worker))
                        .containsEntry("status", "COMPLETED")
                        .containsEntry("attempt", 1));
        assertThat(merge(client, workers))
                .containsEntry("pass_count", 3)
                .containsEntry("fail_count", 0)
                .containsEntry("savings_minutes", 10.0)
                .containsEntry(
                        "by_strategy", Map.of("STR-201", "L0_PASSED", "STR-202", "L0_PASSED", "STR-203", "L0_PASSED"));
        assertThat(does(client, "update_queue_status", "{'strategy_id': 'STR-201', 'tier': 'L0', 'status': 'PASSED'}"))
                .containsEntry("changed", false);
    }

    @Test
    void someFailAndCanBeFixed() {
        List<String> workers = spawnAll(client, "STR-204", "STR-205", "STR-206", "STR-207");
        workers.forEach(worker -> poll(client, worker));
        assertThat(merge(client, workers))
                .containsEntry("pass_count", 2)
                .containsEntry("fail_count", 2)
                .containsEntry("awaits_decision", false)
                .containsEntry(
                        "by_strategy",
                        Map.of(
                                "STR-204", "L0_PASSED",
                                "STR-205", "FIXABLE_FAILURE",
                                "STR-206", "L0_PASSED",
                                "STR-207", "FIXABLE_FAILURE"));
        assertThat(workspace.read(".crypto/pipeline/auto-retry-queue.yaml")).contains("STR-205", "STR-207");
    }

    @Test
    void aTimeoutPassesWhenItIsRetried() {
        List<String> workers = List.of(spawn(client, "STR-208", 600), spawn(client, "STR-209", 1));
        Map<String, @Nullable Object> retried = poll(client, workers.getLast());
        assertThat(retried).containsEntry("status", "COMPLETED").containsEntry("attempt", 2);
        assertThat(merge(client, workers)).containsEntry("pass_count", 2).containsEntry("timeout_count", 0);
        assertThat(workspace.read(".crypto/knowledge/learnings.md")).contains("STR-209");
    }

    @Test
    void progressIsToldAndGrows() {
        String worker = spawn(client, "STR-211", 600);
        Thread steps = Thread.ofVirtual().start(() -> {
            for (int step = 1; step <= 4; step++) {
                String stage = "step " + step;
                until(stage, () -> told().stream().anyMatch(one -> stage.equals(one.message())));
                workspace.write("step-" + step, "");
            }
        });
        assertThat(poll(client, worker)).containsEntry("status", "COMPLETED");
        merge(client, List.of(worker));
        assertThat(steps.isAlive()).isFalse();
        assertThat(told())
                .extracting(McpSchema.ProgressNotification::progress)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(3)
                .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0));
    }

    private static List<McpSchema.ProgressNotification> told() {
        Object token = PROGRESS.stream()
                .filter(one -> "step 1".equals(one.message()))
                .map(McpSchema.ProgressNotification::progressToken)
                .findFirst()
                .orElse("");
        return PROGRESS.stream()
                .filter(one -> one.progressToken().equals(token))
                .toList();
    }

    @Test
    void whereTheClientCannotAskTheQuestionStaysOpen() {
        Map<String, @Nullable Object> merged = merge(client, spawnAll(client, "STR-212", "STR-213", "STR-210"));
        assertThat(merged)
                .containsEntry("awaits_decision", true)
                .containsEntry("choices", List.of("continue", "retry", "relax", "meeting"));
        CallToolResult relaxed = client.callTool(CallToolRequest.builder("decide")
                .arguments(Map.of("option", "relax"))
                .build());
        assertThat(relaxed.isError()).isTrue();
        assertThat(String.valueOf(relaxed.content())).contains("needs a person");
        does(client, "decide", "{'option': 'continue'}");
    }

    @Test
    void aClientThatCanAskIsAskedWithThePrices() {
        TestWorkspace other = ShellWorkspace.in(folder.resolve("asking"))
                .strategy("STR-301", "fail")
                .strategy("STR-302", "few")
                .strategy("STR-303", "pass");
        McpSyncClient asking = client(other, true);
        try {
            assertThat(merge(asking, spawnAll(asking, "STR-301", "STR-302", "STR-303")))
                    .containsEntry("awaits_decision", false);
            assertThat(QUESTIONS)
                    .singleElement()
                    .asString()
                    .contains(
                            "2 of 3 did not pass",
                            "- continue:",
                            "- retry:",
                            "- relax:",
                            "What noise would pass",
                            "- meeting:");
            assertThat(other.read(".crypto/pipeline/parallel-validation-" + other.newestRun() + ".yaml"))
                    .contains("decision: continue", "decided_by: client");
        } finally {
            asking.closeGracefully();
        }
    }
}
