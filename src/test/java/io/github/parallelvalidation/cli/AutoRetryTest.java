package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.schema.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parameter variations tried by real workers. What the strategies give with which parameters was seen by running the
/// worker by hand: STR-201 has 111 signals as it is written, and 331 with its entry numbers times 0.8.
@NullUnmarked
class AutoRetryTest {
    private static final String STRATEGY = ".crypto/knowledge/strategies/STR-201-rsi-reversion/";
    private static final String RESULTS = STRATEGY + "backtest-results/";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int validate(TestWorkspace workspace, String... more) {
        out.reset();
        Terminal terminal = TestTerminal.of(out, new ByteArrayOutputStream());
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"validate", workspace.root(), "--strategy", "STR-201", "--json"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        int status = new Cli(TestWorkspace.validation(), terminal, _ -> 0).run(arguments);
        SchemaCheck.printed(out.toString(StandardCharsets.UTF_8), arguments);
        return status;
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private TestWorkspace sample(String settings) {
        TestWorkspace sample = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder);
        sample.write(".crypto/config/parallel-validation.yaml", "parallel_validation:\n" + settings);
        sample.write(
                ".crypto/config/tiered-validation-protocol.yaml",
                "tiers: {L0: {data_period: 6 months, placebo_worlds: 19, gates: {min_signal_frequency: 250}}}\n");
        return sample;
    }

    private boolean exists(String path) {
        return folder.resolve(path).toFile().exists();
    }

    @Test
    void aPassingVariationIsASuggestionAndTheStrategyStaysFailed() {
        TestWorkspace sample = sample("""
              auto_retry: true
              notify: {command: [sh, -c, 'printf %s "$1" > told', sh, "<{message}>"]}
            """);
        String parameters = sample.read(STRATEGY + "parameters.yaml");
        validate(sample);
        assertThat(sample.queue()).contains("FIXABLE_FAILURE");
        assertThat(sample.read(STRATEGY + "parameters.yaml")).isEqualTo(parameters);
        assertThat(sample.read(RESULTS + "L0_results.yaml")).contains("signal_frequency: 111", "oversold: 30");
        assertThat(sample.read(RESULTS + "fix-attempt-1.yaml"))
                .contains("verdict: FAIL", "oversold: 27.0", "overbought: 63.0", "period: 13.0");
        assertThat(sample.read(RESULTS + "fix-attempt-2.yaml"))
                .contains("verdict: PASS", "oversold: 24.0", "overbought: 56.0", "period: 11.0", "oversold: 30.0")
                .contains("signal_frequency: 331", "reason: signal_frequency_low");
        assertThat(exists(RESULTS + "fix-attempt-3.yaml"))
                .as("the first pass ends it")
                .isFalse();
        assertThat(exists(RESULTS + "fix-attempt-1")).isFalse();
        assertThat(sample.read(".crypto/pipeline/auto-retry-queue.yaml"))
                .contains("value: 111", "threshold: 250", "gap: 139")
                .contains("fix-attempt-2 passes with period 11 instead of 14, oversold 24 instead of 30");
        assertThat(sample.read(".crypto/pipeline/trials.csv").lines()).hasSize(4);
        assertThat(said()).contains("STR-201 failed as it is written, but passes L0 with period 11 instead of 14");
        assertThat(sample.read(".crypto/knowledge/learnings.md"))
                .containsOnlyOnce("STR-201 fails L0 (signal_frequency_low) as it is written and passes with");
        assertThat(sample.read(".crypto/knowledge/failure-taxonomy.yaml"))
                .contains("  signal_frequency_low:\n    count: 1\n");
        assertThat(sample.read("told")).startsWith("<0 of 1 passed L0 in ");
    }

    /// The first that is measured has no fewer trials against it than the last, at its own strategy or another's.
    @Test
    void everyVariationCountsItselfAndAllOthersOfItsRun() {
        TestWorkspace sample = sample("  auto_retry: true\n");
        sample.write(
                ".crypto/config/tiered-validation-protocol.yaml",
                "tiers: {L1: {data_period: 6 months, placebo_worlds: 0, gates: {min_trades: 100000}}}\n");
        sample.write(
                ".crypto/config/fixable-errors.yaml",
                "fixable_errors: {sharpe_below_threshold: true, profit_factor_low: true, trade_count_low: true}\n");
        validate(sample, "--strategy", "STR-202", "--tier", "L1");

        List<String> counted = new ArrayList<>();
        for (String strategy : workspaceFolders("STR-201", "STR-202")) {
            for (int attempt = 1; attempt <= 4; attempt++) {
                String file = strategy + "/backtest-results/fix-attempt-" + attempt + ".yaml";
                if (exists(file)) {
                    sample.read(file)
                            .lines()
                            .filter(line -> line.strip().startsWith("dsr_trials_counted:"))
                            .forEach(counted::add);
                }
            }
        }
        long lines = sample.read(".crypto/pipeline/trials.csv")
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .map(fields -> fields.get(1) + fields.get(3))
                .distinct()
                .count();
        assertThat(counted)
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(line.strip()).isEqualTo("dsr_trials_counted: " + lines));
    }

    private List<String> workspaceFolders(String... ids) {
        Path strategies = folder.resolve(".crypto/knowledge/strategies");
        try (Stream<Path> found = Files.list(strategies)) {
            return found.filter(path -> Stream.of(ids)
                            .anyMatch(id -> path.getFileName().toString().startsWith(id)))
                    .map(path -> folder.relativize(path).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void atL0NothingIsTriedUnlessTheSettingsSaySo() {
        TestWorkspace sample = sample("  max_workers: 1\n");
        validate(sample);
        assertThat(exists(RESULTS + "fix-attempt-1.yaml")).isFalse();
        assertThat(sample.read(".crypto/pipeline/auto-retry-queue.yaml"))
                .contains("vary period (14), oversold (30), overbought (70) by up to 20 % either way");
    }

    @Test
    void aDryRunTriesNothingAndTellsNobody() {
        TestWorkspace sample = sample("  auto_retry: true\n  notify: {command: [sh, -c, 'touch told']}\n");
        assertThat(validate(sample, "--dry-run")).isZero();
        assertThat(exists("told")).isFalse();
        assertThat(exists(RESULTS)).isFalse();
    }

    @Test
    void aForeignWorkerIsNotAskedForOtherNumbers() {
        TestWorkspace workspace = TestWorkspace.in(folder, "auto_retry: true", "notify: {command: [sh, -c, 'exit 4']}")
                .strategy("STR-201", TestWorkspace.TOO_FEW);
        validate(workspace);
        assertThat(said())
                .contains(
                        "parameters are varied with the built-in worker only",
                        "notify.command ended with exit status 4");
        assertThat(workspace.queue()).contains("FIXABLE_FAILURE");
    }

    @Test
    void aFileOfOthersThatCannotBeAddedToIsAnAlertAndUndoesNothing() {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-201", TestWorkspace.FAIL);
        workspace.write(".crypto/knowledge/failure-taxonomy.yaml", "- timeout\n");
        validate(workspace);
        assertThat(said()).contains("failure-taxonomy.yaml", "(not updated)");
        assertThat(workspace.read(".crypto/knowledge/failure-taxonomy.yaml")).isEqualTo("- timeout\n");
        assertThat(workspace.queue()).contains("L0_FAILED");
    }
}
