package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Needs;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The documented example of a strategy with its own program, run with Python and pandas on the sample's bars.
class OwnProgramExampleTest {
    private static final Path EXAMPLE = Path.of("src/docs/examples/own-program");
    private static final String EXPRESSION = """
        asset: BTCUSD
        timeframe: 1h
        signal:
          score: "-zscore(close, lookback)"
          long: "score > stretch"
          short: "score < -stretch"
          horizon: 12
        entry: {lookback: 48, stretch: 1.5}
        exit: {hold_bars: 24, long: "score < 0", short: "score > 0"}
        """;

    private static final Set<String> OF_THE_PLACEBO = Set.of(
            MetricNames.IC_P_VALUE,
            MetricNames.IC_NOISE_95,
            MetricNames.SHARPE_P_VALUE,
            MetricNames.SHARPE_NOISE_95,
            MetricNames.LUCK,
            MetricNames.PLACEBO,
            MetricNames.PLACEBO_LIMITS,
            MetricNames.PLACEBO_METHOD,
            MetricNames.PLACEBO_WORLDS);

    @TempDir
    private Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void theExampleAndTheSameAsAnExpression() throws IOException, InterruptedException {
        Optional<String> python = python();
        Needs.that(python.isPresent(), "there is no python3 with pandas here (Debian: python3-pandas)");
        root = folder.resolve("workspace");
        TestWorkspace.copyOf(Path.of("assets/sample-workspace"), root);
        Path program = Files.createDirectories(strategy("STR-301"));
        Files.copy(EXAMPLE.resolve("signals.py"), program.resolve("signals.py"));
        Files.writeString(
                program.resolve("parameters.yaml"),
                Files.readString(EXAMPLE.resolve("parameters.yaml")).replace("python3", python.orElseThrow()));
        Files.createDirectories(strategy("STR-302"));
        Files.writeString(strategy("STR-302").resolve("parameters.yaml"), EXPRESSION);
    }

    private static Optional<String> python() throws InterruptedException {
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            if (Commands.works(List.of(candidate, "-c", "import pandas"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Path strategy(String id) {
        return root.resolve(".crypto/knowledge/strategies").resolve(id);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Trust.TOLD);
        environment.put("PV_WORKSPACE", root.toString());
        return environment;
    }

    private String judge(String id, Tier tier) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        WorkerMain.run(
                List.of("--tier", tier.name(), "--strategy-id", id),
                environment(),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Map<String, @Nullable Object> metrics(String id, Tier tier) {
        Path results = strategy(id).resolve("backtest-results").resolve(tier + "_results.yaml");
        return YamlValues.map(YamlDocument.read(results)
                .asMapping("results")
                .find("metrics")
                .orElseThrow()
                .asMapping("metrics"));
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void theProgramMeasuresWhatTheSameExpressionDoes(Tier tier) {
        String words = judge("STR-301", tier);
        judge("STR-302", tier);

        assertThat(words).doesNotContain("ERROR");
        assertSame("metrics", ofTheMarketAsItIs("STR-301", tier), ofTheMarketAsItIs("STR-302", tier));
    }

    /// Luck is counted in another way for a program than for an expression.
    private Map<String, @Nullable Object> ofTheMarketAsItIs(String id, Tier tier) {
        Map<String, @Nullable Object> metrics = new LinkedHashMap<>(metrics(id, tier));
        metrics.keySet().removeAll(OF_THE_PLACEBO);
        return metrics;
    }

    /// Numbers to the last digits that a CSV and another library's order of sums leave.
    private static void assertSame(String name, @Nullable Object one, @Nullable Object other) {
        switch (one) {
            case Map<?, ?> map -> {
                Map<?, ?> twin = (Map<?, ?>) other;
                assertThat(map.keySet()).as(name).isEqualTo(twin == null ? null : twin.keySet());
                map.forEach((key, value) -> {
                    // Another file is another strategy; and the program itself rounds its periods.
                    if (!key.equals("parameters_hash") && !key.equals("parameters")) {
                        assertSame(name + "." + key, value, twin == null ? null : twin.get(key));
                    }
                });
            }
            case List<?> list -> {
                assertThat(list).as(name).hasSameSizeAs((List<?>) other);
                for (int i = 0; i < list.size(); i++) {
                    assertSame(name + i, list.get(i), other == null ? null : ((List<?>) other).get(i));
                }
            }
            case Number number ->
                assertThat(number.doubleValue())
                        .as(name)
                        .isCloseTo(other instanceof Number twin ? twin.doubleValue() : Double.NaN, within(1e-9));
            case null, default -> assertThat(one).as(name).isEqualTo(other);
        }
    }

    @Test
    void theSameProgramLookingOneBarAheadIsCaught() throws IOException {
        Path script = strategy("STR-301").resolve("signals.py");
        Files.writeString(script, Files.readString(script).replace("\"score\": score,", "\"score\": score.shift(-1),"));

        assertThat(judge("STR-301", Tier.L0)).contains("STR-301 L0: LOOKAHEAD_BIAS: the program looks ahead: at 20");
    }

    @Test
    void aCentredWindowIsCaught() throws IOException {
        Path script = strategy("STR-301").resolve("signals.py");
        Files.writeString(
                script, Files.readString(script).replace(".rolling(lookback)", ".rolling(lookback, center=True)"));

        assertThat(judge("STR-301", Tier.L0)).contains("LOOKAHEAD_BIAS");
    }
}
