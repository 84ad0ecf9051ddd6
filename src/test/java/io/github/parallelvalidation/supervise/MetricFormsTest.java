package io.github.parallelvalidation.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a worker writes under a name of ours reaches `--json` only in the form that is published for the name.
@NullUnmarked // maps of parsed documents
class MetricFormsTest {
    private static final List<String> VALUES = List.of(
            "0.5",
            "1",
            "-7.25",
            "null",
            "'0.5'",
            "many",
            "true",
            ".inf",
            "1e999",
            "[]",
            "[1, 2]",
            "[sharpe_above_3]",
            "[yes]",
            "[[a]]",
            "[null]",
            "{}",
            "{2026-01: 0.1, 2026-02: null}",
            "{2026-01: x}",
            "{2026-01: [1]}",
            "[{factor: 0.9, sharpe: 1}]",
            "[{factor: high}]",
            "[{factor: null}]",
            "[{sharpe: x}]");

    /// These are counted by the program, whatever a worker says.
    private static final Set<String> COUNTED = Set.of(MetricNames.PLACEBO_METHOD, MetricNames.IC_NOISE_95);

    @Test
    void whatIsTakenIsAsPublishedAndWhatIsPublishedIsTaken() throws IOException {
        Map<String, Object> metrics = definition("metrics");
        List<String> names = new ArrayList<>(((Map<?, ?>) metrics.get("properties"))
                .keySet().stream().map(String::valueOf).toList());
        names.removeAll(MetricNames.OF_THE_RUN);
        com.networknt.schema.Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.std.asString(metrics));

        for (String name : names) {
            for (String value : VALUES) {
                Optional<Metrics> taken = read(name, value);
                if (taken.isPresent() && !COUNTED.contains(name)) {
                    String document = JSON.std
                            .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                            .asString(taken.get().values());
                    assertThat(schema.validate(document, InputFormat.JSON))
                            .as("%s: %s is taken", name, value)
                            .isEmpty();
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(30).allSatisfy(name -> {
            assertThat(read(name, "null")).as("a null %s", name).isPresent();
            assertThat(VALUES.stream().filter(value -> read(name, value).isPresent()))
                    .as("values of %s that are taken", name)
                    .hasSizeBetween(2, 12);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        conflicts              | [1, 2]             | :1:22: conflicts must be a number, found a list
        observations           | many               | :1:25: observations must be a number, found 'many'
        total_return           | {a: 1}             | :1:25: total_return must be a number, found a mapping
        ic_by_month            | '"none"'           | :1:24: ic_by_month must be a mapping (key: value), found 'none'
        return_by_score_decile | '{1: low}'         | :1:39: return_by_score_decile of 1 must be a number, found 'low'
        sanity_flags           | [7]                | :1:26: sanity_flags must be a list of words, found '7' in it
        variants               | '[{factor: high}]' | :1:31: the factor of a variant must be a number, found 'high'
        placebo_worlds         | -1                 | :1:27: placebo_worlds must be a number from 0, found '-1'
        """)
    void whatIsRefusedIsSaidWithPlaceAndValue(String name, String value, String sentence) {
        assertThatThrownBy(() -> report(name, value))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        own        | text
        own        | '{a: [1, {b: c}]}'
        placebo    | 0.3
        ic_q_value | x
        """)
    void anotherNameIsFree(String name, String value) {
        assertThat(read(name, value)).isPresent();
    }

    private static Optional<Metrics> read(String name, String value) {
        try {
            return Optional.of(report(name, value));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }

    private static Metrics report(String name, String value) {
        String text = "metrics: {%s: %s}\n".formatted(name, value);
        WorkerReport report = new ReportReader(Set.of())
                .read(YamlDocument.parse(new Source(Path.of("L0_results.yaml"), text))
                        .asMapping("the results"));
        return ((WorkerReport.Measured) report).metrics();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> definition(String name) throws IOException {
        return (Map<String, Object>)
                ((Map<String, Object>) JSON.std.mapFrom(Schema.RUN.text()).get("$defs")).get(name);
    }
}
