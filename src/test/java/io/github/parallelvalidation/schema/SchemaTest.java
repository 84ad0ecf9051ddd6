package io.github.parallelvalidation.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.trust.ProgramUse;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked // maps of parsed documents
class SchemaTest {
    @ParameterizedTest
    @EnumSource(Schema.class)
    void eachIsASchemaOfDraft202012(Schema schema) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(schema.text(), InputFormat.JSON))
                .isEmpty();
        assertThat(Schema.named(schema.code())).contains(schema);
    }

    @ParameterizedTest
    @EnumSource(Schema.class)
    void eachBeginsWithItsVersionAndRequiresIt(Schema schema) throws IOException {
        Map<String, Object> root = JSON.std.mapFrom(schema.text());

        assertThat(map(root, "properties").keySet()).startsWith("schema_version");
        assertThat(map(map(root, "properties"), "schema_version")).containsEntry("const", Schema.VERSION);
        assertThat((List<?>) root.get("required")).asString().contains("schema_version");
        assertThat(root).containsEntry("$id", "urn:parallel-validation:schema:1:" + schema.code());
        assertThat(schema.versioned(Map.of("a", 1)).keySet()).containsExactly("schema_version", "a");
    }

    /// But for metrics, to which a foreign worker may add its own.
    @ParameterizedTest
    @EnumSource(Schema.class)
    void noObjectIsOpenAndEveryPropertyIsExplained(Schema schema) throws IOException {
        List<String> open = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        look("", JSON.std.mapFrom(schema.text()), open, unexplained);

        assertThat(open).allMatch(path -> path.endsWith("/metrics") || path.endsWith("/variants/items"));
        assertThat(unexplained).isEmpty();
    }

    private static void look(String path, Map<String, Object> node, List<String> open, List<String> unexplained) {
        if (node.containsKey("properties") && !Boolean.FALSE.equals(node.get("additionalProperties"))) {
            open.add(path);
        }
        node.forEach((key, value) -> {
            if (value instanceof Map<?, ?>) {
                boolean isList = key.equals("properties") || key.equals("$defs");
                Map<String, Object> child = map(node, key);
                if (isList) {
                    child.forEach((name, one) -> {
                        if (!map(child, name).containsKey("description")) {
                            unexplained.add(path + "/" + name);
                        }
                        look(path + "/" + name, map(child, name), open, unexplained);
                    });
                } else {
                    look(path + "/" + key, child, open, unexplained);
                }
            }
        });
    }

    @Test
    void wordsAreThoseOfTheProgram() throws Exception {
        Map<String, Object> run = JSON.std.mapFrom(Schema.RUN.text());
        Map<String, Object> strategy = definition(run, "strategy");

        assertThat(words(map(run, "properties"), "outcome")).isEqualTo(names(Outcome.values()));
        assertThat(words(map(run, "$defs"), "tier")).isEqualTo(names(Tier.values()));
        assertThat(words(strategy, "verdict")).isEqualTo(names(Verdict.values()));
        assertThat(names(Status.values())).containsAll(words(strategy, "status"));
        List<String> reasons =
                Arrays.stream(FailureReason.values()).map(FailureReason::code).toList();
        assertThat(words(definition(run, "failure"), "reason")).isEqualTo(reasons);
        assertThat(words(definition(run, "gate"), "reason")).isEqualTo(reasons);
        assertThat(words(definition(run, "attempt"), "class"))
                .isEqualTo(Arrays.stream(FailureClass.values())
                        .map(FailureClass::code)
                        .toList());
        Map<String, Object> escalation = definition(run, "escalation");
        assertThat(words(map(escalation, "reasons"), "items")).isEqualTo(names(EscalationReason.values()));
        assertThat(words(map(escalation, "options"), "items"))
                .containsExactlyInAnyOrderElementsOf(EscalationOption.codes());
        assertThat(words(escalation, "decision")).containsExactlyInAnyOrderElementsOf(EscalationOption.codes());
        assertThat(words(escalation, "decided_by"))
                .isEqualTo(Arrays.stream(Decision.By.values())
                        .map(Decision.By::code)
                        .toList());
        Map<String, Object> item =
                map(map(definition(JSON.std.mapFrom(Schema.HISTORY.text()), "run"), "strategies"), "items");
        assertThat(words(map(item, "properties"), "status")).isEqualTo(names(Status.values()));
        assertThat(words(definition(JSON.std.mapFrom(Schema.TRUST.text()), "program"), "use"))
                .isEqualTo(
                        Arrays.stream(ProgramUse.values()).map(ProgramUse::key).toList());
    }

    @Test
    void everyMetricThatTheProgramNamesIsExplained() throws Exception {
        List<String> names = new ArrayList<>();
        for (Field field : MetricNames.class.getFields()) {
            if (field.getType() == String.class && !MetricNames.PLACEBO.equals(field.get(null))) {
                names.add((String) field.get(null));
            }
        }

        assertThat(definition(JSON.std.mapFrom(Schema.RUN.text()), "metrics").keySet())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aDocumentWithoutARequiredPropertyOrWithAnUnknownOneIsRefused() {
        String good = "{\"schema_version\": 1, \"strategies_checked\": 2, \"errors\": [], \"warnings\": []}";

        assertThat(SchemaCheck.problems(Schema.CHECK, good)).isEmpty();
        assertThat(SchemaCheck.problems(Schema.CHECK, good.replace("\"schema_version\": 1, ", "")))
                .singleElement()
                .asString()
                .contains("schema_version");
        assertThat(SchemaCheck.problems(Schema.CHECK, good.replace("\"errors\"", "\"faults\"")))
                .hasSize(2);
        assertThat(SchemaCheck.problems(Schema.CHECK, good.replace("2", "\"two\"")))
                .singleElement()
                .asString()
                .contains("strategies_checked", "integer");
        assertThat(SchemaCheck.problems(Schema.CHECK, good.replace("1,", "2,"))).isNotEmpty();
    }

    private static Map<String, Object> definition(Map<String, Object> schema, String name) {
        return map(map(map(schema, "$defs"), name), "properties");
    }

    private static List<String> words(Map<String, Object> parent, String key) {
        return ((List<?>) map(parent, key).get("enum"))
                .stream().filter(Objects::nonNull).map(String::valueOf).toList();
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.get(key);
    }
}
