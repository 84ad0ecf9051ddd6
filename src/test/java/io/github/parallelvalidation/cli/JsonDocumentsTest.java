package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static io.github.parallelvalidation.TestWorkspace.TOO_FEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.schema.SchemaCheck;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// What each command prints with `--json`, against its published schema.
class JsonDocumentsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Cli cli() {
        return new Cli(TestWorkspace.validation(), TestTerminal.of(out, err), workspace -> 0);
    }

    private String run(String... arguments) {
        out.reset();
        err.reset();
        cli().run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The document of the command, which must be one of its schema.
    private Map<String, Object> document(String... arguments) throws IOException {
        Schema schema = Schema.ofCommand(arguments[0]).orElseThrow();
        return JSON.std.mapFrom(SchemaCheck.valid(schema, run(arguments)));
    }

    @Test
    void everyCommandThatPrintsADocumentHasASchema() {
        List<String> printing = cli().model().getSubcommands().entrySet().stream()
                .filter(command -> printsADocument(command.getValue()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(printing).contains("validate", "watch", "decide", "status", "history", "check", "trust");
        assertThat(printing)
                .allSatisfy(command ->
                        assertThat(Schema.ofCommand(command)).as(command).isPresent());
    }

    /// A switch: an option of this name that takes a value is something else.
    private static boolean printsADocument(CommandLine command) {
        OptionSpec option = command.getCommandSpec().findOption("--json");
        return option != null && option.arity().max() == 0;
    }

    @Test
    void whatTheSampleGivesIsAsPublished() throws IOException {
        TestWorkspace sample = TestWorkspace.quickSample(folder);
        assertThat(document("status", sample.root(), "--json")).containsEntry("last_run", null);
        assertThat(document("check", sample.root(), "--json")).containsEntry("strategies_checked", 10);
        assertThat(document("history", sample.root(), "--json")).isNotEmpty();
        assertThat(document("trust", sample.root(), "--json")).isNotEmpty();
        assertThat(document("validate", sample.root(), "--dry-run", "--json")).containsEntry("dry_run", true);

        document("validate", sample.root(), "--then-l1", "--json");
        assertThat(document("status", sample.root(), "--json").get("open_questions"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(document("decide", sample.root(), "--with", "relax", "--json"))
                .containsKey("then_l1");
        document("status", sample.root(), "--json");
        document("history", sample.root(), "--json");
    }

    @Test
    void soIsWhatDoesNotGoWell() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder, TestWorkspace.BRIEF)
                .strategy("STR-101", PASS)
                .strategy("STR-102", FAIL)
                .strategy("STR-103", TOO_FEW)
                .strategy("STR-104", "halt 3")
                .strategy(
                        "STR-105",
                        "metrics \"signal_frequency\": null, \"hit_rate\": 0.6, \"ic\": 0.1, \"own\": \"x\"");
        workspace.write(
                ".crypto/pipeline/queue.yaml",
                workspace.queue() + "  - id: STR-106\n    name: foreign\n    status: ON HOLD\n");

        assertThat(document("validate", workspace.root(), "--json")).containsEntry("outcome", "MIXED");
        assertThat(document("status", workspace.root(), "--json")).isNotEmpty();
        assertThat(document("history", workspace.root(), "--json")).isNotEmpty();
        assertThat(document("decide", workspace.root(), "--with", "retry", "--timeout", "5", "--json"))
                .isNotEmpty();
        assertThat(document("validate", workspace.root(), "--json")).containsEntry("outcome", "NOTHING_PENDING");
        workspace.write(".crypto/pipeline/queue.yaml", "queue: {\n");
        assertThat(document("status", workspace.root(), "--json").get("errors"))
                .asString()
                .contains("queue.yaml");
        assertThat(document("check", workspace.root(), "--json").get("errors"))
                .asString()
                .contains("queue.yaml");
    }

    /// What a command prints that could not do what was asked for.
    private Map<String, Object> refusal(int status, String... arguments) throws IOException {
        out.reset();
        err.reset();
        assertThat(cli().run(arguments)).isEqualTo(status);
        return JSON.std.mapFrom(SchemaCheck.valid(Schema.ERROR, out.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void soIsARefusal() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", PASS);

        assertThat(refusal(2, "status", folder.resolve("nowhere").toString(), "--json")
                        .get("error"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("kind", "file")
                .containsEntry("file", folder.resolve("nowhere").toString())
                .containsEntry("line", null);
        assertThat(refusal(2, "validate", workspace.root(), "--workers", "9", "--json"))
                .containsEntry("exit_status", 2)
                .extractingByKey("error", InstanceOfAssertFactories.MAP)
                .containsEntry("kind", "usage")
                .containsEntry("message", "--workers must be from 1 to 4, not 9");
        assertThat(refusal(2, "validate", workspace.root(), "--no-such-option", "--json")
                        .get("error"))
                .asString()
                .contains("usage", "--no-such-option");
        assertThat(refusal(2, "validate", workspace.root(), "--strategy", "STR-999", "--json")
                        .get("error"))
                .asString()
                .contains("usage", "STR-999");
        workspace.write(".crypto/config/parallel-validation.yaml", "parallel_validation:\n  max_workers: many\n");
        assertThat(refusal(2, "validate", workspace.root(), "--json").get("error"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("kind", "file")
                .containsEntry("line", 2)
                .containsEntry("column", 16);
    }

    @Test
    void soIsALockedWorkspace() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", PASS);
        try (WorkspaceLock _ = WorkspaceLock.acquire(workspace.workspace())) {
            assertThat(refusal(5, "validate", workspace.root(), "--json").get("error"))
                    .asString()
                    .contains("kind=locked", "pid ");
            assertThat(document("status", workspace.root(), "--json")).containsEntry("running_workers", List.of());
        }
    }
}
