package io.github.parallelvalidation.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.settings.FixableErrors;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Inputs;
import io.github.parallelvalidation.trials.TrialStatistics;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergerTest {
    private static final Judge L0 =
            new Judge(Tier.L0, L0Gates.DEFAULT, FixableErrors.DEFAULT, false, PlaceboWorlds.exactly(4));
    private static final Judge L1 =
            new Judge(Tier.L1, L1Gates.DEFAULT, FixableErrors.DEFAULT, false, PlaceboWorlds.exactly(4));

    private final Map<StrategyId, Worlds> worlds = new LinkedHashMap<>();
    private final List<StrategyResult> results = new ArrayList<>();

    private static double[] same(double value, int count) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    private void add(Judge judge, Metrics metrics, @Nullable Worlds own) {
        StrategyId id = new StrategyId("STR-" + (101 + results.size()));
        Attempt attempt = new Attempt(
                new AttemptId(id, "WORKER-1", 1), new AttemptOutcome.Completed(metrics, Inputs.UNKNOWN, own), 1, 1);
        results.add(judge.judge(id, "", List.of(attempt)));
        if (own != null) {
            worlds.put(id, own);
        }
    }

    private void screened(double ic, double... icOfWorlds) {
        Metrics metrics = new Metrics(Map.of("signal_frequency", 84, "hit_rate", 0.56, "ic", ic), Map.of());
        int count = icOfWorlds.length;
        add(L0, metrics, count == 0 ? null : Worlds.of(Tier.L0, same(84, count), same(0.56, count), icOfWorlds));
    }

    private Merged merged(Judge judge) {
        return merged(judge, null);
    }

    private Merged merged(Judge judge, @Nullable Double maxFdrQ) {
        return new Merger(judge, maxFdrQ, new Deflation(TrialStatistics.of(List.of(), _ -> Optional.empty()), null))
                .merge(results, new RunWorlds(worlds));
    }

    private static Metrics metrics(Merged merged, int place) {
        return merged.strategies().get(place).judgement().metrics();
    }

    @Test
    void theLuckOfARunIsCountedInTheWorldsItsStrategiesShare() {
        screened(0.04, 0.02, 0.03, -0.01, -0.02);
        screened(0.03, 0.02, 0.05, -0.01, -0.02);
        screened(-0.02, -0.02, 0.05, -0.01, 0.02);
        RunLuck luck = Objects.requireNonNull(merged(L0).luck());
        assertThat(luck.expected()).isEqualTo(1.5);
        assertThat(luck.passes90()).isEqualTo(new RunLuck.Range(0, 3));
        assertThat(luck.pValue()).isEqualTo((1.0 + 2) / 5);
        assertThat(luck.counts()).isEqualTo(new RunLuck.Counts(2, 3, 0, 0, 0));
    }

    @Test
    void whereAGateNeedsTheWholeRunLuckIsAnUpperBoundForTheWorldsLeaveItOut() {
        screened(0.04, 0.02, 0.03, -0.01, -0.02);
        assertThat(Objects.requireNonNull(merged(L0).luck()).isBound()).isFalse();
        assertThat(Objects.requireNonNull(merged(L0, 0.05).luck()).isBound()).isTrue();
    }

    @Test
    void whoHasOtherWorldsOrNoneHasNoAdjustedPButAReason() {
        screened(0.04, 0.02, 0.03, -0.01, -0.02);
        screened(0.03, 0.01, 0.05, -0.01, -0.02);
        screened(0.03, 0.02, 0.05);
        screened(0.03);
        screened(0.03, 0.02, 0.02, 0.02, 0.02);
        Merged merged = merged(L0);
        // z is 1.70 against at most 1.59 of both, and 0.84 against 1.59 of its own.
        assertThat(metrics(merged, 0).number("ic_p_adjusted")).hasValue(0.2);
        assertThat(metrics(merged, 1).number("ic_p_adjusted")).hasValue(0.4);
        assertThat(metrics(merged, 2).whyMissing("ic_p_adjusted")).isEqualTo("it has 2 worlds, the run has 4");
        assertThat(metrics(merged, 3).whyMissing("ic_p_adjusted")).isEqualTo("it has no worlds in common with the run");
        assertThat(metrics(merged, 4).whyMissing("ic_p_adjusted")).isEqualTo("its ic is the same in all of its worlds");
        assertThat(Objects.requireNonNull(merged.luck()).counts()).isEqualTo(new RunLuck.Counts(4, 3, 0, 1, 1));
    }

    @Test
    void qIsOverThoseWithAPValueInTheirOwnOrder() {
        screened(0.04, 0.02, 0.05, -0.01, -0.02);
        screened(0.03);
        screened(0.06, 0.02, 0.05, -0.01, -0.02);
        Merged merged = merged(L0);
        assertThat(metrics(merged, 0).number("ic_q_value")).hasValue(0.4);
        assertThat(metrics(merged, 1).number("ic_q_value")).isEmpty();
        assertThat(metrics(merged, 2).number("ic_q_value")).hasValue(0.4);
        assertThat(merged.strategies())
                .extracting(result -> result.id().value())
                .containsExactly("STR-101", "STR-102", "STR-103");
    }

    @Test
    void withoutAPValueTheGateOfTheQValueFailsAndSaysWhy() {
        screened(0.04, 0.02, 0.03, -0.01, -0.02);
        screened(0.03);
        Merged merged = merged(L0, 0.5);

        assertThat(merged.strategies()).extracting(StrategyResult::passed).containsExactly(true, false);
        assertThat(merged.strategies().get(1).judgement().why())
                .isEqualTo(
                        "ic q value not known (there is no ic_p_value: the worker wrote no L0_placebo.csv: what noise"
                                + " would pass is not known), needs less than 0.5");
        assertThat(metrics(merged, 1).values()).containsEntry("ic_q_value", null);
    }

    @Test
    void withoutAGateForItAMissingQValueIsNullWithItsReasonAndNothingElse() {
        screened(0.03);
        Merged merged = merged(L0);

        assertThat(merged.strategies().getFirst().passed()).isTrue();
        assertThat(metrics(merged, 0).values()).containsEntry("ic_q_value", null);
        assertThat(metrics(merged, 0).whyMissing("ic_q_value")).startsWith("there is no ic_p_value: ");
    }

    @Test
    void atL1TheSharpeRatioIsAdjusted() {
        for (double sharpe : new double[] {1.0, 2.0}) {
            add(
                    L1,
                    new Metrics(Map.of("sharpe", sharpe, "profit_factor", 1.2, "trades", 60), Map.of()),
                    Worlds.of(Tier.L1, same(60, 4), new double[] {0.9, -0.2, 1.0 / sharpe, 0.1}, same(1.2, 4)));
        }
        Merged merged = merged(L1);
        assertThat(metrics(merged, 1).number("sharpe_p_adjusted")).hasValue(0.2);
        assertThat(metrics(merged, 0).number("sharpe_p_adjusted")).hasValue(0.4);
        assertThat(metrics(merged, 0).number("luck")).hasValue(0.5);
        assertThat(Objects.requireNonNull(merged.luck()).expected()).isEqualTo(0.75);
    }
}
