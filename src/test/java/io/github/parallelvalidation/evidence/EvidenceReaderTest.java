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
        assertThat(found.idea().orElseThrow().rules()).contains(new StrategyIdea.Rule("timeframe", "1h"));
        assertThat(found.idea().orElseThrow().hypothesis()).isNotEmpty();
    }

    @Test
    void whatBelongsToAnotherResultIsNotShown() throws IOException {
        Workspace workspace = sample();
        Metrics metrics = validated(workspace, Tier.L0);
        Metrics other = metrics.with(MetricNames.IC, 0.5).with(MetricNames.PLACEBO_SHA256, "0".repeat(64));

        StrategyEvidence found = new EvidenceReader(workspace).read(STRATEGY, Tier.L0, other);

        assertThat(found.worlds()).isEmpty();
        assertThat(found.market()).isEmpty();
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
        // By day it cannot be deeper than by bar.
        assertThat(deepest)
                .isPositive()
                .isLessThanOrEqualTo(metrics.number(MetricNames.MAX_DRAWDOWN).orElseThrow() + 1e-9);
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

        assertThat(new EvidenceReader(workspace).read(STRATEGY, Tier.L0, metrics))
                .isEqualTo(StrategyEvidence.NONE);
        assertThat(new EvidenceReader(workspace).read(new StrategyId("STR-999"), Tier.L0, metrics))
                .isEqualTo(StrategyEvidence.NONE);
    }
}
