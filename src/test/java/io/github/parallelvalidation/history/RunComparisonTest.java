package io.github.parallelvalidation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Inputs;
import io.github.parallelvalidation.ui.model.Samples;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final Instant START = Instant.parse("2026-11-27T05:42:22Z");
    private static final Inputs USUAL = inputs("aa", "14", "2023-12-31T23:00:00Z");

    private static Inputs inputs(String hash, String period, String last) {
        return new Inputs(
                hash,
                Map.of("period", period),
                Map.of("symbol", "BTCUSD", "timeframe", "1h", "last", last, "window_bars", "4416"));
    }

    private static StrategyResult with(StrategyResult result, Inputs inputs) {
        return new StrategyResult(result.id(), result.name(), result.judgement(), result.effort(), inputs);
    }

    private static RunOutcome run(String id, int hours, Tier tier, StrategyResult... results) {
        ExecutionPlan plan = new ExecutionPlan(
                id,
                START.plusSeconds(3600L * hours),
                tier,
                2,
                results.length,
                List.of(),
                OptionalInt.empty(),
                ChainLink.FIRST);
        return new RunOutcome(
                plan, false, false, List.of(results), null, new RunTiming(2, 4), null, List.of("an alert"));
    }

    private static String compared(RunOutcome one, RunOutcome other) {
        return String.join(
                "\n",
                new ComparisonAccount(RunComparison.of(one, other), ZoneOffset.UTC)
                        .account()
                        .lines());
    }

    private static final StrategyResult PASSES = with(Samples.judged(201, 84, 0.56, 0.03, 0.03, 0.4), USUAL);
    private static final StrategyResult FAILS = with(Samples.judged(201, 84, 0.56, 0.004, 0.4, 0.4), USUAL);

    @Test
    void theRunThatBeganFirstIsTheEarlierOneWhicheverIsNamedFirst() {
        RunOutcome first = run("first", 0, Tier.L0, FAILS);
        RunOutcome second = run("second", 1, Tier.L0, PASSES);
        assertThat(compared(second, first)).isEqualTo(compared(first, second)).startsWith("Run first and run second");
    }

    @Test
    void aFlippedVerdictSaysTheFiguresOnBothSidesAndTheParameterThatChanged() {
        StrategyResult retuned = with(PASSES, inputs("bb", "21", "2023-12-31T23:00:00Z"));
        assertThat(compared(run("a", 0, Tier.L0, FAILS), run("b", 1, Tier.L0, retuned)))
                .contains("1 of 1 verdicts flipped: 1 passed only in the later run, 0 only in the earlier one.")
                .contains("STR-201 failed (ic 0.004, needs more than 0.01), then passed (ic 0.03, needs more than"
                        + " 0.01). Its parameters or rules are others.")
                .contains("STR-201: period 14, then 21");
    }

    @Test
    void otherRulesWithTheSameParametersAreCalledSo() {
        assertThat(compared(
                        run("a", 0, Tier.L0, PASSES),
                        run("b", 1, Tier.L0, with(PASSES, inputs("bb", "14", "2023-12-31T23:00:00Z")))))
                .contains("STR-201: its rules are others, its parameters are the same");
    }

    @Test
    void otherDataAreNamedByTheirDay() {
        assertThat(compared(
                        run("a", 0, Tier.L0, PASSES),
                        run("b", 1, Tier.L0, with(PASSES, inputs("aa", "14", "2024-01-31T23:00:00Z")))))
                .contains("STR-201: last bar 2023-12-31, then 2024-01-31");
    }

    @Test
    void whatAnOlderVersionDidNotRecordIsSaidAndNotTakenForEqual() {
        StrategyResult unknown = PASSES.withoutInputs();
        assertThat(compared(run("a", 0, Tier.L0, unknown), run("b", 1, Tier.L0, PASSES)))
                .contains("For 1 of 1 it is not recorded what they were measured with.");
    }

    @Test
    void twoEqualRunsSayThatNothingFlipped() {
        assertThat(compared(run("a", 0, Tier.L0, PASSES), run("b", 1, Tier.L0, PASSES)))
                .contains("The verdict of the one strategy in both runs is the same.")
                .doesNotContain("Gates", "Parameters", "Data", "Other ic");
    }

    @Test
    void strategiesOfOneRunAloneAreListed() {
        StrategyResult other = Samples.judged(202, 84, 0.56, 0.03, 0.03, 0.4);
        assertThat(compared(run("a", 0, Tier.L0, PASSES), run("b", 1, Tier.L0, other)))
                .contains("No strategy has a result in both runs.")
                .contains("Only in the earlier run: STR-201.", "Only in the later run: STR-202.");
    }

    @Test
    void runsOfTwoTiersAreNotHeldAgainstTheSameGates() {
        assertThat(compared(run("a", 0, Tier.L0, PASSES), run("b", 1, Tier.L1, PASSES)))
                .contains("One run judged L0, the other L1: their gates are about other figures.")
                .contains("1 of 1 strategy in both runs passed L0, and 1 of those L1.");
    }

    @Test
    void whoPassedL0AndFailsL1HasNotFlipped() {
        assertThat(compared(run("a", 0, Tier.L0, PASSES), run("b", 1, Tier.L1, FAILS)))
                .contains("1 of 1 strategy in both runs passed L0, and 0 of those L1.")
                .contains("STR-201 passed at L0 (ic 0.03, needs more than 0.01), then failed at L1 (ic 0.004,")
                .doesNotContain("flipped");
    }

    @Test
    void theAccountOfARunHasStrategiesGatesSettingsDataAndAlerts() {
        Account account = new RunAccount(run("a", 0, Tier.L0, PASSES, FAILS), ZoneOffset.ofHours(1)).account();
        assertThat(account.title()).isEqualTo("Run a · L0 · 27 Nov 2026, 06:42");
        assertThat(account.parts())
                .extracting(Account.Part::heading)
                .containsExactly("Strategies", "Gates", "Settings", "Data", "Alerts");
        assertThat(String.join("\n", account.lines()))
                .contains("✓ passed", "✗ failed", "more than 0.01", "2 at once")
                .contains("BTCUSD 1h, 4416 bars up to 2023-12-31: STR-201, STR-201");
    }
}
