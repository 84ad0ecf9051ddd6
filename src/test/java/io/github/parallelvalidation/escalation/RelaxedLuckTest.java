package io.github.parallelvalidation.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.display.RelaxationText;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.result.Deflation;
import io.github.parallelvalidation.result.Judge;
import io.github.parallelvalidation.result.Merged;
import io.github.parallelvalidation.result.Merger;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.FixableErrors;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Inputs;
import io.github.parallelvalidation.trials.TrialStatistics;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The luck of moved thresholds, counted in the worlds of a run, is what the run would have found had it had them.
class RelaxedLuckTest {
    private static final int WORLDS = 199;

    /// A run of strategies whose worlds are random but have something in common.
    private record Run(Tier tier, Map<StrategyId, Metrics> metrics, RunWorlds worlds) {
        static Run of(Tier tier, int strategies) {
            Random random = new Random(20_261_126);
            Map<StrategyId, Metrics> metrics = new HashMap<>();
            Map<StrategyId, Worlds> worlds = new HashMap<>();
            double[] common = random.doubles(WORLDS + 1).map(u -> u - 0.5).toArray();
            for (int i = 0; i < strategies; i++) {
                double[][] columns = new double[3][WORLDS + 1];
                for (int world = 0; world <= WORLDS; world++) {
                    double noise = common[world] + random.nextGaussian();
                    boolean isScreen = tier == Tier.L0;
                    columns[0][world] = isScreen ? 8 + random.nextInt(20) : 25 + random.nextInt(40);
                    columns[1][world] = isScreen ? 0.5 + 0.02 * random.nextGaussian() : noise;
                    columns[2][world] = isScreen ? 0.02 * noise : 1 + 0.2 * noise;
                }
                StrategyId id = new StrategyId("STR-" + (101 + i));
                metrics.put(id, real(tier, columns));
                worlds.put(id, Worlds.of(tier, tail(columns[0]), tail(columns[1]), tail(columns[2])));
            }
            return new Run(tier, metrics, new RunWorlds(worlds));
        }

        /// World 0 is the real market.
        private static Metrics real(Tier tier, double[][] columns) {
            Map<String, Object> values = new HashMap<>();
            for (int column = 0; column < columns.length; column++) {
                values.put(tier.worldColumns().get(column), columns[column][0]);
            }
            return new Metrics(values, Map.of());
        }

        private static double[] tail(double[] column) {
            return Arrays.copyOfRange(column, 1, column.length);
        }

        private Attempt attempt(Map.Entry<StrategyId, Metrics> strategy) {
            return new Attempt(
                    new AttemptId(strategy.getKey(), "WORKER-1", 1),
                    new AttemptOutcome.Completed(
                            strategy.getValue(),
                            Inputs.UNKNOWN,
                            worlds.of(strategy.getKey()).orElseThrow()),
                    1,
                    1);
        }

        Merged judged(TierGates gates) {
            Judge judge = new Judge(tier, gates, FixableErrors.DEFAULT, false, PlaceboWorlds.exactly(WORLDS));
            List<StrategyResult> results = metrics.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(strategy -> judge.judge(strategy.getKey(), "", List.of(attempt(strategy))))
                    .toList();
            return new Merger(judge, null, new Deflation(TrialStatistics.of(List.of(), _ -> Optional.empty()), null))
                    .merge(results, worlds);
        }
    }

    private static void isAsIfTheRunHadHadThem(Run run, TierGates gates, Map<String, Double> thresholds) {
        Merged merged = run.judged(gates);
        RunEvidence evidence = RunEvidence.of(merged.luck(), run.worlds(), merged.strategies());
        Relaxation relaxation = Relaxation.to(run.tier(), gates, thresholds);
        RelaxationImpact impact = RelaxationImpact.of(relaxation, merged.strategies(), evidence);
        Merged asked = run.judged(relaxation.relaxed());
        assertThat(impact.luckBefore()).isEqualTo(merged.luck());
        assertThat(impact.luckAfter()).isEqualTo(asked.luck()).isNotEqualTo(merged.luck());
        assertThat(impact.exact()).isTrue();
        assertThat(impact.after()).isEqualTo((int)
                asked.strategies().stream().filter(StrategyResult::passed).count());
        assertThat(relaxation.apply(merged.strategies(), evidence))
                .extracting(result -> result.judgement().metrics().number("luck"))
                .isEqualTo(asked.strategies().stream()
                        .map(result -> result.judgement().metrics().number("luck"))
                        .toList());
    }

    @Test
    void atL0ForAnyThresholds() {
        Run run = Run.of(Tier.L0, 12);
        isAsIfTheRunHadHadThem(run, L0Gates.DEFAULT, Map.of("ic", 0.00731));
        isAsIfTheRunHadHadThem(run, L0Gates.DEFAULT, Map.of("ic", 0.0, "hit_rate", 0.0013, "signal_frequency", 8.5));
    }

    @Test
    void atL1ForAnyThresholds() {
        Run run = Run.of(Tier.L1, 12);
        isAsIfTheRunHadHadThem(run, L1Gates.DEFAULT, Map.of("sharpe", 0.123));
        isAsIfTheRunHadHadThem(run, L1Gates.DEFAULT, Map.of("sharpe", 0.1, "profit_factor", 0.9, "trades", 25.0));
    }

    @Test
    void whatIsNotMovedCostsNothingMore() {
        Merged merged = Run.of(Tier.L0, 3).judged(L0Gates.DEFAULT);
        RunEvidence bare = RunEvidence.of(merged.luck(), RunWorlds.NONE, merged.strategies());
        Relaxation none = Relaxation.to(Tier.L0, L0Gates.DEFAULT, Map.of());
        assertThat(none.apply(merged.strategies(), bare)).isEqualTo(merged.strategies());
        assertThat(RelaxationImpact.of(none, merged.strategies(), bare).luckAfter())
                .isEqualTo(merged.luck());
    }

    @Test
    void whereTheWorldsOfSomeAreGoneTheirLuckIsNotKnownAndThatIsSaid() {
        Run run = Run.of(Tier.L0, 5);
        Merged merged = run.judged(L0Gates.DEFAULT);
        Map<StrategyId, Worlds> left = new HashMap<>();
        List<StrategyId> ids =
                new ArrayList<>(run.metrics().keySet().stream().sorted().toList());
        ids.subList(0, 3).forEach(id -> left.put(id, run.worlds().of(id).orElseThrow()));
        RunEvidence evidence = RunEvidence.of(merged.luck(), new RunWorlds(left), merged.strategies());
        Relaxation relaxation = Relaxation.to(Tier.L0, L0Gates.DEFAULT, Map.of("ic", 0.005));
        RelaxationImpact impact = RelaxationImpact.of(relaxation, merged.strategies(), evidence);
        RunLuck after = Objects.requireNonNull(impact.luckAfter());
        assertThat(after.counts().joint()).isEqualTo(3);
        assertThat(after.counts().unknown()).isEqualTo(2);
        assertThat(impact.lost()).isEqualTo(2);
        assertThat(RelaxationText.noise(impact))
                .doesNotContain("instead of", "before")
                .endsWith("; for 2 of 5 luck is not known.");
        RunEvidence none = RunEvidence.of(merged.luck(), RunWorlds.NONE, merged.strategies());
        assertThat(RelaxationText.noise(RelaxationImpact.of(relaxation, merged.strategies(), none)))
                .isEqualTo("What noise would pass under these thresholds is not known: no placebo worlds are stored.");
        assertThat(relaxation.apply(merged.strategies(), none))
                .allSatisfy(result ->
                        assertThat(result.judgement().metrics().number("luck")).isEmpty());
    }
}
