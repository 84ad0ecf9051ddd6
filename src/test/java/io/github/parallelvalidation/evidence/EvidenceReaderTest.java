package io.github.parallelvalidation.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a real worker leaves is found again, and only with the result that it belongs to.
@NullUnmarked // JUnit fills the fields
class EvidenceReaderTest {
    private static final StrategyId STRATEGY = new StrategyId("STR-201");

    @TempDir
    private Path folder;

    private Workspace sample() throws IOException {
        return TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample"))
                .workspace();
    }

    private static Metrics validated(Workspace workspace, Tier tier) {
        RunRequest request =
                new RunRequest(tier, OptionalInt.empty(), OptionalInt.empty(), List.of(STRATEGY), OptionalInt.empty());
        RunOutcome outcome =
                TestWorkspace.validation().start(workspace, request).execute();
        return outcome.strategies().getFirst().judgement().metrics();
    }

    @Test
    void aScreenLeavesItsMarketAndItsWorlds() throws IOException {
        Workspace workspace = sample();
        Metrics metrics = validated(workspace, Tier.L0);

        StrategyEvidence found = new EvidenceReader(workspace).read(STRATEGY, Tier.L0, metrics);

        assertThat(found.worlds().orElseThrow().count()).isEqualTo(199);
        MeasuredMarket market = found.market().orElseThrow();
        assertThat(market.timeframe()).isEqualTo("1h");
        assertThat(market.windowBars()).isEqualTo(4_416);
        assertThat(market.last()).startsWith("2023-12-31");
        assertThat(found.equity()).isEmpty();
        assertThat(found.events().value().orElseThrow())
                .hasSize((int) metrics.number(MetricNames.SIGNAL_FREQUENCY).orElseThrow());
        assertThat(found.trades()).isEqualTo(new Given.Missing<>("there is none at L0"));
        assertThat(found.idea().orElseThrow().rules()).contains(new StrategyIdea.Rule("timeframe", "1h"));
        assertThat(found.idea().orElseThrow().hypothesis()).isNotEmpty();
    }

    @Test
    void whatBelongsToAnotherResultIsNotShown() throws IOException {
        Workspace workspace = sample();
        Metrics metrics = validated(workspace, Tier.L0);
        Metrics other = metrics.with(MetricNames.IC, 0.5)
                .with(MetricNames.PLACEBO_SHA256, "0".repeat(64))
                .with(MetricNames.SIGNAL_FREQUENCY, 3);

        StrategyEvidence found = new EvidenceReader(workspace).read(STRATEGY, Tier.L0, other);

        assertThat(found.worlds()).isEmpty();
        assertThat(found.market()).isEmpty();
        assertThat(found.events().why())
                .matches("L0_events.csv belongs to another result: its events: \\d+, the result has 3");
    }

    @Test
    void whatAWorkerDoesNotGiveAndWhatItBreaksIsSaid() throws IOException {
        Workspace workspace = sample();
        Metrics metrics = validated(workspace, Tier.L1);
        Path results = workspace.strategy(STRATEGY).orElseThrow().resolve("backtest-results");
        Files.delete(results.resolve("L1_trades.csv"));
        Files.writeString(results.resolve("L1_equity.csv"), "time,equity\n2023-01-01T00:00:00Z,much\n");

        StrategyEvidence found = new EvidenceReader(workspace).read(STRATEGY, Tier.L1, metrics);

        assertThat(found.trades()).isEqualTo(new Given.Missing<>("its worker wrote no L1_trades.csv"));
        assertThat(found.marks()).isInstanceOf(Given.Broken.class);
        assertThat(found.marks().why())
                .isEqualTo("L1_equity.csv:2:22: equity must be a finite number or empty, found 'much'");
        // The daily returns are still there.
        assertThat(found.equity().orElseThrow().hasHolding()).isFalse();
    }

    @Test
    void theEquityEndsAtTheTotalReturnAndItsMonthsMultiplyToIt() throws IOException {
        Workspace workspace = sample();
        validated(workspace, Tier.L0);
        Metrics metrics = validated(workspace, Tier.L1);

        EquityCurve curve = new EvidenceReader(workspace)
                .read(STRATEGY, Tier.L1, metrics)
                .equity()
                .orElseThrow();

        double total = metrics.number(MetricNames.TOTAL_RETURN).orElseThrow();
        assertThat(curve.totalReturn()).isCloseTo(total, within(1e-9));
        Map<YearMonth, Double> months = curve.months();
        assertThat(months.values().stream().mapToDouble(gain -> 1 + gain).reduce(1, (a, b) -> a * b))
                .isCloseTo(1 + total, within(1e-9));
        double deepest = curve.points().stream()
                .mapToDouble(EquityCurve.Point::drawdown)
                .max()
                .orElseThrow();
        assertThat(deepest)
                .isPositive()
                .isEqualTo(metrics.number(MetricNames.MAX_DRAWDOWN).orElseThrow());
        assertThat(curve.points().getLast().holding() - 1)
                .isEqualTo(metrics.number(MetricNames.BENCHMARK_RETURN).orElseThrow());
    }

    @Test
    void tradesAndMarksOfABacktestAreFoundAndWithoutMarksTheDailyReturnsGiveTheEquity() throws IOException {
        Workspace workspace = sample();
        Metrics metrics = validated(workspace, Tier.L1);
        EvidenceReader reader = new EvidenceReader(workspace);

        StrategyEvidence found = reader.read(STRATEGY, Tier.L1, metrics);
        assertThat(found.trades().value().orElseThrow())
                .hasSize((int) metrics.number(MetricNames.TRADES).orElseThrow());
        assertThat(found.marks().value().orElseThrow().count()).isEqualTo(8_760);
        assertThat(found.events().why()).isEqualTo("there is none at L1");

        Files.delete(workspace.strategy(STRATEGY).orElseThrow().resolve("backtest-results/L1_equity.csv"));
        EquityCurve daily = reader.read(STRATEGY, Tier.L1, metrics).equity().orElseThrow();
        assertThat(daily.points()).hasSameSizeAs(found.equity().orElseThrow().points());
        assertThat(daily.totalReturn()).isCloseTo(found.equity().orElseThrow().totalReturn(), within(1e-9));
    }

    @Test
    void brokenFilesAreLeftOut() throws IOException {
        Workspace workspace = sample();
        Metrics metrics = validated(workspace, Tier.L0);
        Path strategy = workspace.strategy(STRATEGY).orElseThrow();
        Files.writeString(strategy.resolve("parameters.yaml"), "signal: [");
        Files.delete(strategy.resolve("hypothesis.md"));
        Files.writeString(strategy.resolve("backtest-results/L0_results.yaml"), "- 1\n");
        Files.writeString(strategy.resolve("backtest-results/L0_placebo.csv"), "nonsense");
        Files.writeString(strategy.resolve("backtest-results/L0_events.csv"), "nonsense");

        StrategyEvidence found = new EvidenceReader(workspace).read(STRATEGY, Tier.L0, metrics);
        assertThat(List.of(found.idea(), found.market(), found.worlds(), found.equity()))
                .allMatch(Optional::isEmpty);
        assertThat(found.events().why()).isEqualTo("L0_events.csv:1:1: the column 'time' is missing; found [nonsense]");
        assertThat(new EvidenceReader(workspace).read(new StrategyId("STR-999"), Tier.L0, metrics))
                .isEqualTo(StrategyEvidence.NONE);
    }
}
