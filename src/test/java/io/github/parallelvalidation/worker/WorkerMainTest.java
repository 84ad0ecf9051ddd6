package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.ResultReader;
import io.github.parallelvalidation.supervise.WorkerReport;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerMainTest {
    private static final String STRATEGY = """
        version: 1
        asset: BTC/USD
        timeframe: 1h
        signal: {score: "-zscore(close, lookback)", long: "score > 1", short: "score < -1", horizon: 4}
        entry: {lookback: 20}
        """;

    @TempDir
    private Path root;

    private Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void workspace() throws IOException {
        folder = Files.createDirectories(root.resolve(".crypto/knowledge/strategies/STR-201-reversion"));
        Files.createDirectories(root.resolve(".crypto/data"));
        Files.writeString(folder.resolve("parameters.yaml"), STRATEGY);
        Files.writeString(root.resolve(".crypto/data/BTCUSD_1h.csv"), bars(3000));
    }

    @Test
    void aMeasuredStrategyLeavesResultsThatTheOrchestratorBelieves() {
        int status = run("L0");

        assertThat(report())
                .hasValueSatisfying(report -> assertThat(report)
                        .isInstanceOfSatisfying(WorkerReport.Measured.class, measured -> {
                            assertThat(measured.metrics().number("signal_frequency"))
                                    .isPresent();
                            assertThat(measured.metrics().number("ic")).isPresent();
                            assertThat(measured.metrics().number("luck")).isPresent();
                        }));
        assertThat(status).isLessThan(2);
        assertThat(output())
                .startsWith("progress 0.00 starting\nprogress 0.05 loading bars\nprogress 0.30 indicators\n")
                .contains("STR-201 L0: ")
                .contains("signals ");
        assertThat(folder.resolve("backtest-results/L0_results.yaml"))
                .content()
                .contains("source: .crypto/data/BTCUSD_1h.csv")
                .contains("bars: 3000")
                .contains("lookback: 20\n");
    }

    @Test
    void barsWithoutAVolumeDoForRulesThatNeedNone() throws IOException {
        run("L0");
        Map<String, Double> withVolume = measured();
        Path file = root.resolve(".crypto/data/BTCUSD_1h.csv");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .toList());

        assertThat(run("L0")).isLessThan(2);
        assertThat(measured()).isEqualTo(withVolume);

        for (String score : List.of("volume", "obv(close)", "mfi(20)")) {
            Files.writeString(folder.resolve("parameters.yaml"), STRATEGY.replace("-zscore(close, lookback)", score));
            assertThat(run("L0")).as(score).isEqualTo(3);
            assertThat(output())
                    .contains("DATA_INVALID: .crypto/data/BTCUSD_1h.csv")
                    .contains("has no volume, or a volume of 0 for every bar, and the strategy's rules use it");
        }
    }

    private Map<String, Double> measured() {
        return report().map(WorkerReport.Measured.class::cast)
                .orElseThrow()
                .metrics()
                .numbers();
    }

    @Test
    void worldsThatWereEditedOrTakenAwaySinceAreNotBelieved() throws IOException {
        run("L0");
        Path worlds = folder.resolve("backtest-results/L0_placebo.csv");
        String written = Files.readString(worlds);
        Files.writeString(worlds, written.replaceFirst("(?m)^1,.*$", "1,0,0.5,-1"));
        assertThatThrownBy(this::report)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("L0_results.yaml:")
                .hasMessageContaining("the checksum does not match L0_placebo.csv: it was changed or cut");

        Files.delete(worlds);
        assertThatThrownBy(this::report)
                .hasMessageContaining("the worker wrote a L0_placebo.csv, which is not there any more");
        Files.writeString(worlds, written);
        assertThat(report()).isPresent();
    }

    @Test
    void worldsBesideAWorkerThatWroteNoneAreNotItsOwn() throws IOException {
        Files.createDirectories(root.resolve(".crypto/config"));
        Files.writeString(
                root.resolve(".crypto/config/tiered-validation-protocol.yaml"), "tiers: {L0: {placebo_worlds: 0}}\n");
        run("L0");
        assertThat(report()).isPresent();
        Files.writeString(
                folder.resolve("backtest-results/L0_placebo.csv"), "world,signal_frequency,hit_rate,ic\n1,0,0.5,-1\n");
        assertThatThrownBy(this::report)
                .hasMessageContaining("the worker wrote no L0_placebo.csv, but there is one: it is another's");
    }

    @Test
    void missingBarsAreDataUnavailable() throws IOException {
        Files.delete(root.resolve(".crypto/data/BTCUSD_1h.csv"));

        assertThat(run("L0")).isEqualTo(3);
        assertFailed("DATA_UNAVAILABLE", "no bars of BTC/USD 1h; tried BTCUSD_1h");
    }

    @Test
    void anImpossibleBarIsDataInvalid() throws IOException {
        Path file = root.resolve(".crypto/data/BTCUSD_1h.csv");
        Files.writeString(
                file, Files.readString(file).replaceFirst("\n[^\n]*\n", "\n2020-01-01T00:00:00Z,1,1,2,1,1\n"));

        assertThat(run("L0")).isEqualTo(3);
        assertFailed("DATA_INVALID", "BTCUSD_1h.csv:2:26: low is 2.0, above the open");
    }

    @Test
    void aMistakeInTheStrategyIsStrategyInvalid() throws IOException {
        Files.writeString(folder.resolve("parameters.yaml"), STRATEGY.replace("zscore", "zscor"));

        assertThat(run("L0")).isEqualTo(3);
        assertFailed("STRATEGY_INVALID", "at column 2: the function 'zscor' is not known; did you mean 'zscore'?");
    }

    @Test
    void wrongUsageIsExplainedAndNothingIsWritten() {
        assertThat(WorkerMain.run(List.of("--strategy", "STR-201"), environment(), stream()))
                .isEqualTo(2);
        assertThat(WorkerMain.run(List.of("--strategy-id", "STR-999"), environment(), stream()))
                .isEqualTo(2);
        assertThat(WorkerMain.run(List.of("--strategy-id", "../x"), environment(), stream()))
                .isEqualTo(2);

        assertThat(output())
                .contains("the option '--strategy' is not known")
                .contains("there is no folder STR-999 in ")
                .contains("--strategy-id STR-NNN is needed");
        assertThat(folder.resolve("backtest-results")).doesNotExist();
    }

    @Test
    void aProtocolThatCannotBeReadIsNotTheStrategysFault() throws IOException {
        Files.createDirectories(root.resolve(".crypto/config"));
        Files.writeString(
                root.resolve(".crypto/config/tiered-validation-protocol.yaml"), "tiers: {L0: {data_period: soon}}\n");

        assertThat(run("L0")).isEqualTo(2);
        assertThat(output()).contains("tiered-validation-protocol.yaml:1:27: data_period must be a length of time");
        assertThat(folder.resolve("backtest-results")).doesNotExist();
    }

    @Test
    void aNamedFileWins() throws IOException {
        Files.writeString(root.resolve(".crypto/data/mine.csv"), bars(1000));
        Files.writeString(folder.resolve("data-spec.yaml"), "file: mine.csv\n");

        assertThat(run("L0")).isLessThan(2);
        assertThat(folder.resolve("backtest-results/L0_results.yaml")).content().contains("bars: 1000");
    }

    @Test
    void aNamedFileThatIsMissingOrOutsideIsRefused() throws IOException {
        Files.writeString(folder.resolve("data-spec.yaml"), "file: none.csv\n");
        run("L0");
        assertFailed("DATA_UNAVAILABLE", "'file: none.csv' is not there; tried");
    }

    @Test
    void aCheckFindsWhatARunWouldStumbleOver() throws IOException {
        Workspace workspace = new Workspace(root);
        BuiltInInspector inspector = new BuiltInInspector(Trust.ACCEPTANCES);
        assertThat(inspector.inspection(workspace, Tier.L0).of(folder).errors()).isEmpty();
        assertThat(inspector.bars(workspace, folder)).isEqualTo(root.resolve(".crypto/data/BTCUSD_1h.csv"));

        Files.delete(root.resolve(".crypto/data/BTCUSD_1h.csv"));
        assertThat(inspector.inspection(workspace, Tier.L0).of(folder).errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("no bars of BTC/USD 1h"));
    }

    @Test
    void anEvaluationThatNeedsMoreThanTheStackIsTheStrategysErrorInASentence() {
        PrintStream full = new PrintStream(printed, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (line.endsWith(" signals")) {
                    throw new StackOverflowError();
                }
                super.println(line);
            }
        };

        assertThat(WorkerMain.run(List.of("--tier", "L0", "--strategy-id=STR-201"), environment(), full))
                .isEqualTo(3);
        assertFailed("STRATEGY_ERROR", "its rules need more steps within one another than the worker's stack of calls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"L0", "L1"})
    void barsThatLeadARebuiltMarketBeyondAllNumbersAreInvalid(String tier) throws IOException {
        Path file = root.resolve(".crypto/data/BTCUSD_1h.csv");
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        double log = 0;
        for (int i = 0; i < 2_000; i++) {
            long time = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond() + 3600L * i;
            // The first world's directions, see luck.md.
            log += i == 0 ? 0 : (mix(time + 0x9E3779B97F4A7C15L) & 1) == 0 ? 0.5 : -0.5;
            double price = Math.exp(log);
            text.append("%d,%s,%s,%s,%s,5%n".formatted(time, price, price, price, price));
        }
        Files.writeString(file, text);

        assertThat(run(tier)).isEqualTo(3);
        assertThat(output())
                .contains("DATA_INVALID: .crypto/data/BTCUSD_1h.csv: its bars move so much that prices go from");
    }

    private static long mix(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private int run(String tier) {
        return WorkerMain.run(List.of("--tier", tier, "--strategy-id=STR-201"), environment(), stream());
    }

    /// Without a worker id: the test's own process must not be watched.
    private Map<String, String> environment() {
        return Map.of("PV_WORKSPACE", root.toString(), "PV_RUN_ID", "2026-11-22-143000", "PV_ATTEMPT", "2");
    }

    private Optional<WorkerReport> report() {
        WorkerTask task = new WorkerTask(
                new Workspace(root),
                new AttemptId(new StrategyId("STR-201"), "manual", 2),
                Tier.L0,
                "2026-11-22-143000",
                folder,
                Duration.ofSeconds(1));
        return new ResultReader(task.expectedResults(), Set.of("signal_frequency", "hit_rate", "ic")).read();
    }

    private void assertFailed(String category, String message) {
        assertThat(report())
                .hasValueSatisfying(report -> assertThat(report)
                        .isInstanceOfSatisfying(WorkerReport.Failed.class, failed -> {
                            assertThat(failed.category()).isEqualTo(category);
                            assertThat(failed.message()).contains(message);
                        }));
    }

    private PrintStream stream() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String bars(int count) {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        Instant first = Instant.parse("2025-01-01T00:00:00Z");
        double price = 100;
        for (int i = 0; i < count; i++) {
            double next = price * (1 + ((i * 7919L % 101) - 50) / 10_000.0);
            text.append(first.plusSeconds(3600L * i))
                    .append(',')
                    .append(price)
                    .append(',')
                    .append(Math.max(price, next))
                    .append(',')
                    .append(Math.min(price, next))
                    .append(',')
                    .append(next)
                    .append(",5\n");
            price = next;
        }
        return text.toString();
    }
}
