package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The built-in worker's figures, on the market as it is and on rebuilt ones, against those of
/// `src/test/reference/l0_reference.py` and `l1_reference.py`, which compute them with pandas, NumPy and SciPy.
@NullUnmarked // maps of parsed documents
class ReferenceMetricsTest {
    private static final Set<String> EXACT = Set.of(
            MetricNames.IC_P_VALUE,
            MetricNames.SHARPE_P_VALUE,
            MetricNames.LUCK,
            MetricNames.PLACEBO_WORLDS,
            MetricNames.SIGNAL_FREQUENCY,
            MetricNames.CONFLICTS,
            MetricNames.OBSERVATIONS,
            MetricNames.TRADES);
    private static final String WORLDS = "worlds";

    private static final Path SAMPLE = Path.of("assets/sample-workspace");
    private static final Path REFERENCE = Path.of("src/test/resources/reference-workspace");

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> theScreenOfTheSampleWorkspace() throws IOException {
        return compare(SAMPLE, Tier.L0, "sample-l0.json");
    }

    @TestFactory
    List<DynamicTest> theScreenOfTheReferenceWorkspace() throws IOException {
        return compare(REFERENCE, Tier.L0, "reference-l0.json");
    }

    @TestFactory
    List<DynamicTest> theBacktestOfTheSampleWorkspace() throws IOException {
        return compare(SAMPLE, Tier.L1, "sample-l1.json");
    }

    @TestFactory
    List<DynamicTest> theBacktestOfTheReferenceWorkspace() throws IOException {
        return compare(REFERENCE, Tier.L1, "reference-l1.json");
    }

    private List<DynamicTest> compare(Path source, Tier tier, String expected) throws IOException {
        TestWorkspace workspace = TestWorkspace.copyOf(source, folder.resolve(expected));
        Map<String, Object> strategies =
                JSON.std.mapFrom(Files.readString(Path.of("src/test/resources/expected", expected)));
        assertThat(strategies).isNotEmpty();
        return strategies.entrySet().stream()
                .map(strategy -> DynamicTest.dynamicTest(
                        strategy.getKey(),
                        () -> compare(workspace, tier, strategy.getKey(), (Map<?, ?>) strategy.getValue())))
                .toList();
    }

    private static void compare(TestWorkspace workspace, Tier tier, String id, Map<?, ?> expected) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = WorkerMain.run(
                List.of("--tier", tier.name(), "--strategy-id", id),
                Map.of("PV_WORKSPACE", workspace.root()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isLessThan(2);
        Path output =
                workspace.workspace().strategy(new StrategyId(id)).orElseThrow().resolve("backtest-results");
        Map<String, Object> results = YamlValues.map(YamlDocument.read(new ResultFiles(output, tier).results())
                .asMapping("results")
                .find("metrics")
                .orElseThrow()
                .asMapping("metrics"));
        ReferenceWorlds worlds = new ReferenceWorlds((Map<?, ?>) expected.get(WORLDS));
        worlds.compare(new ResultFiles(output, tier).placebo(), tier);
        expected.forEach((name, value) -> {
            String metric = String.valueOf(name);
            if (!metric.equals(WORLDS)) {
                assertThat(results).containsKey(metric);
                if (!worlds.isDecidedByRounding(metric)) {
                    assertSame(metric, value, results.get(metric));
                } else {
                    worlds.compare(metric, value, results);
                }
            }
        });
    }

    private static void assertSame(String name, Object expected, Object actual) {
        switch (expected) {
            case null -> assertThat(actual).as(name).isNull();
            case Map<?, ?> months -> {
                Map<?, ?> found = (Map<?, ?>) actual;
                assertThat(found.keySet()).as(name).hasSameSizeAs(months.keySet());
                months.forEach((month, ic) -> assertSame(name + " " + month, ic, found.get(month)));
            }
            case List<?> variants -> {
                List<?> found = (List<?>) actual;
                assertThat(found).as(name).hasSameSizeAs(variants);
                for (int i = 0; i < variants.size(); i++) {
                    Map<?, ?> variant = (Map<?, ?>) found.get(i);
                    ((Map<?, ?>) variants.get(i))
                            .forEach((key, value) -> assertSame(name + " " + key, value, variant.get(key)));
                }
            }
            case Number number
            when EXACT.contains(name) ->
                assertThat(((Number) actual).doubleValue()).as(name).isEqualTo(number.doubleValue());
            case Number number ->
                assertThat(((Number) actual).doubleValue()).as(name).isCloseTo(number.doubleValue(), within(1e-9));
            default -> throw new AssertionError(name + " is " + expected);
        }
    }
}
