package io.github.parallelvalidation.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.run.LocalValidation;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.Workers;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.schema.SchemaCheck;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An agent that calls the tools of a workspace. Every answer must be a document of its published schema and of the
/// outline of it; mistakes of the program itself fail the test.
final class Agent implements AutoCloseable {
    static final String SPAWN = "spawn_parallel_worker";
    static final String POLL = "poll_worker_result";
    static final String MERGE = "merge_validation_results";
    static final String UPDATE = "update_queue_status";

    private final Tools tools;
    private final Person person = new Person();

    Agent(Workers workers, Workspace workspace) {
        this(workers, workspace, Hosting.HERE);
    }

    Agent(Workers workers, Workspace workspace, Hosting hosting) {
        tools = new Tools(validation(workers), workspace, hosting, Clock.systemUTC(), mistake -> {
            throw new AssertionError("a mistake of the program", mistake);
        });
    }

    static Validation validation(Workers workers) {
        return new LocalValidation(
                workers, new BuiltInInspector(Trust.ACCEPTANCES), Clock.systemUTC(), Trust.ACCEPTANCES);
    }

    Tools tools() {
        return tools;
    }

    Person person() {
        return person;
    }

    /// A call that is carried out.
    ///
    /// @param json the arguments, with single quotes
    Map<String, Object> does(String tool, String json) {
        ToolAnswer answer = tools.call(tool, Tools.arguments(Documents.quoted(json)), person);
        String text = Documents.text(answer.document());
        assertThat(answer.refusal()).as(() -> tool + " " + json + ": " + text).isEmpty();
        return published(ToolDescription.of(tool).output(), text);
    }

    /// A call that is refused.
    ///
    /// @return what is wrong, by the keys of the document
    Map<String, @Nullable Object> isRefused(ToolException.Kind kind, String tool, String json) {
        ToolAnswer answer = tools.call(tool, Tools.arguments(Documents.quoted(json)), person);
        String text = Documents.text(answer.document());
        assertThat(answer.refusal()).as(() -> tool + " " + json + ": " + text).contains(kind);
        Map<String, @Nullable Object> error =
                Documents.map(published(Schema.TOOL_ERROR, text).get("error"));
        assertThat(error.get("kind")).isEqualTo(kind.code());
        assertThat(String.valueOf(error.get("message"))).doesNotContain("Exception", "null", "Optional");
        return error;
    }

    private static Map<String, Object> published(Schema schema, String text) {
        SchemaCheck.valid(schema, text);
        assertThat(Documents.problems(schema.outline(), text))
                .as("by the outline")
                .isEmpty();
        return Documents.read(text);
    }

    static String spec(String strategy, String tier) {
        return "{'task_spec': {'strategy_id': '%s', 'tier': '%s'}}".formatted(strategy, tier);
    }

    /// @return the worker's id
    String spawns(String strategy) {
        return String.valueOf(does(SPAWN, spec(strategy, "L0")).get("worker_id"));
    }

    /// Waits until it has ended.
    Map<String, Object> polls(String worker) {
        return does(POLL, "{'worker_id': '%s', 'interval_seconds': 1}".formatted(worker));
    }

    Map<String, Object> looksAt(String worker) {
        return does(POLL, "{'worker_id': '%s', 'interval_seconds': 0}".formatted(worker));
    }

    /// @param named workers or strategies
    Map<String, Object> merges(String... named) {
        return does(MERGE, Documents.text(Map.of("results_list", List.of(named))));
    }

    static String update(String strategy, String tier, String status) {
        return "{'strategy_id': '%s', 'tier': '%s', 'status': '%s'}".formatted(strategy, tier, status);
    }

    @Override
    public void close() {
        tools.close();
    }
}
