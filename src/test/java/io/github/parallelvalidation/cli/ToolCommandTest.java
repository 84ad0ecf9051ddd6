package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.Main;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.supervise.LeftBehind;
import io.github.parallelvalidation.tools.HostProcess;
import io.github.parallelvalidation.tools.Hosting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One call of a tool from the command line: one document, and an exit status.
class ToolCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestWorkspace workspace;

    @BeforeEach
    void aWorkspace() {
        workspace = TestWorkspace.in(folder, "polling_interval_seconds: 0.1").strategy("STR-101", TestWorkspace.PASS);
    }

    @AfterEach
    void endWhatIsLeft() {
        LeftBehind.processes(folder).forEach(ProcessHandle::destroyForcibly);
    }

    private int run(Hosting hosting, String... arguments) {
        out.reset();
        err.reset();
        return new Cli(TestWorkspace.validation(), TestTerminal.of(out, err), any -> 0, hosting).run(arguments);
    }

    private Map<String, Object> document() throws IOException {
        return JSON.std.mapFrom(out.toString(StandardCharsets.UTF_8));
    }

    private int tool(Hosting hosting, String name, String json) {
        return run(hosting, "tool", name, "--json", json.replace('\'', '"'), workspace.root());
    }

    @Test
    void schemasAreToldWithoutAWorkspace() throws IOException {
        assertThat(run(Hosting.HERE, "tool", "--schemas")).isZero();
        assertThat(document()).containsKeys("schema_version", "tools", "documents");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []
        5
        {'a'
        garbage
        """)
    void argumentsThatAreNoObjectAreRefused(String json) {
        assertThat(tool(Hosting.HERE, "status", json)).isEqualTo(ExitStatus.USAGE_OR_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--json must be a JSON object, found ");
    }

    @Test
    void aRefusalIsADocumentAndAStatus() throws IOException {
        assertThat(tool(Hosting.HERE, "status", "{}")).isZero();
        assertThat(tool(Hosting.HERE, "status", "{'x': 1}")).isNotZero();
        assertThat(document()).containsKey("error");
        assertThat(tool(Hosting.HERE, "no-tool", "{}")).isNotZero();
        assertThat(document()).containsKey("error");
    }

    @Test
    void spawnedWorkersOutliveTheCommandUntilTheyAreMerged() throws IOException {
        Hosting hosting = new HostProcess(Main.class.getName());
        // Without programs of its own: another process does not know what this one has accepted.
        workspace = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample"));
        assertThat(tool(hosting, "spawn_parallel_worker", "{'task_spec': {'strategy_id': 'STR-201', 'tier': 'L0'}}"))
                .as(out::toString)
                .isZero();
        String worker = String.valueOf(document().get("worker_id"));
        assertThat(RunLock.holder(workspace.workspace()))
                .hasValueSatisfying(holder -> assertThat(holder)
                        .doesNotContain("pid " + ProcessHandle.current().pid() + " "));
        assertThat(tool(hosting, "poll_worker_result", "{'worker_id': '%s', 'interval_seconds': 5}".formatted(worker)))
                .isZero();
        assertThat(document()).containsEntry("status", "COMPLETED").containsEntry("verdict_is_final", true);
        tool(hosting, "merge_validation_results", "{}");
        assertThat(document()).extractingByKey("by_strategy").asString().contains("STR-201");
        assertThat(RunLock.holder(workspace.workspace())).isEmpty();
        until(
                "no worker is left",
                () -> LeftBehind.processes(workspace.workspace().root()).isEmpty());
    }
}
