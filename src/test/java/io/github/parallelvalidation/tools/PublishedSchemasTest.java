package io.github.parallelvalidation.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is published of the tools is what they do.
class PublishedSchemasTest {
    private static final List<Object> OTHER_VALUES = List.of(
            "",
            " ",
            "x",
            "STR-101",
            "STR-1",
            "str-101",
            "CONTINUE",
            "L0",
            "l0",
            "PASSED",
            "relax",
            "y".repeat(1_001),
            0,
            1,
            -1,
            1.5,
            601,
            100_001,
            2_000_000,
            true,
            List.of(),
            List.of(5),
            List.of("STR-1"),
            List.of(true),
            List.of(Map.of("tier", "L2", "worker_id", "w")),
            List.of(Map.of("strategy_id", 5)),
            Map.of(),
            Map.of("strategy_id", "STR-101"),
            Map.of("ic", "low"));

    @TempDir
    private Path folder;

    static List<String> tools() {
        return Tools.descriptions().stream().map(ToolDescription::name).toList();
    }

    /// A call that would be carried out, with every argument there is.
    private static Map<String, Object> fullCall(String tool) {
        return Documents.quoted(
                switch (tool) {
                    case Agent.SPAWN -> """
                        {'agent_id': 'a', 'timeout_seconds': 600,
                         'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0', 'output_dir': '.crypto/out'}}\
                        """;
                    case Agent.POLL -> """
                        {'worker_id': 'WORKER-1', 'result_file': 'L0_complete.yaml', 'max_polls': 1, 'interval_seconds': 0}\
                        """;
                    case Agent.MERGE -> "{'results_list': ['STR-101', {'worker_id': 'WORKER-1', 'tier': 'L0'}]}";
                    case Agent.UPDATE -> "{'strategy_id': 'STR-101', 'tier': 'L0', 'status': 'PASSED'}";
                    case "validate" -> """
                        {'tier': 'L0', 'workers': 2, 'queue_size': 1, 'strategies': ['STR-101'], 'timeout_seconds': 60,
                         'then_l1': false, 'dry_run': true}\
                        """;
                    case "decide" -> "{'option': 'continue', 'run_id': '2026-01-01-000000'}";
                    case "check" -> "{'tier': 'L0'}";
                    case "status", "history" -> "{}";
                    default -> throw new AssertionError("write a call of " + tool);
                });
    }

    /// The call with each argument in turn left out, of another value, or beside one more.
    private static List<Map<String, Object>> changed(Map<String, Object> call) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(with(call, "one_more", 1));
        call.forEach((name, value) -> {
            all.add(without(call, name));
            OTHER_VALUES.forEach(other -> all.add(with(call, name, other)));
            if (value instanceof Map<?, ?> inner) {
                changed(Documents.read(Documents.text(inner))).forEach(changed -> all.add(with(call, name, changed)));
            }
        });
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> call, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(call);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> call, String name) {
        Map<String, Object> changed = new LinkedHashMap<>(call);
        changed.remove(name);
        return changed;
    }

    @ParameterizedTest
    @MethodSource("tools")
    void whatTheSchemaRefusesTheToolRefusesToo(String tool) {
        Map<String, @Nullable Object> schema = Tools.descriptions().stream()
                .filter(one -> one.name().equals(tool))
                .findFirst()
                .orElseThrow()
                .input();
        Map<String, Object> call = fullCall(tool);
        assertThat(Documents.problems(schema, Documents.text(call))).isEmpty();
        try (Lab lab = Lab.in(folder, "pass")) {
            Agent agent = lab.agent();
            String before = lab.workspace().everything();
            List<String> allowed = new ArrayList<>();
            int refused = 0;
            for (Map<String, Object> changed : changed(call)) {
                String text = Documents.text(changed);
                if (!Documents.problems(schema, text).isEmpty()) {
                    refused++;
                    if (!agent.tools()
                            .call(tool, Tools.arguments(changed), Caller.SILENT)
                            .isError()) {
                        allowed.add(text);
                    }
                }
            }
            assertThat(allowed).isEmpty();
            assertThat(refused).isPositive();
            assertThat(lab.workspace().everything()).isEqualTo(before);
        }
    }

    @Test
    void everyToolSaysWhatItIs() {
        assertThat(Tools.descriptions()).allSatisfy(tool -> {
            assertThat(tool.title()).isNotBlank();
            assertThat(tool.description()).hasSizeBetween(50, 1_000);
            assertThat(tool.input()).containsEntry("type", "object").containsEntry("additionalProperties", false);
            properties(tool.input()).forEach(property -> assertThat(property).containsKey("description"));
            assertThat(Documents.text(tool.output().outline())).doesNotContain("$ref");
        });
        Map<String, Object> all = Documents.read(Documents.text(ToolSchemas.document()));
        assertThat((List<?>) all.get("tools")).hasSize(Tools.descriptions().size());
        assertThat(Documents.map(all.get("documents"))).hasSize(Schema.values().length);
    }

    private static Stream<Map<String, @Nullable Object>> properties(Map<String, @Nullable Object> schema) {
        return Documents.map(schema.get("properties")).values().stream()
                .map(Documents::map)
                .filter(property -> !property.containsKey("properties"));
    }
}
