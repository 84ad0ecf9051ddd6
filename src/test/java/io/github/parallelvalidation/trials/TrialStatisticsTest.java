package io.github.parallelvalidation.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialStatisticsTest {
    private static final int DAYS = 365;

    @TempDir
    private Path folder;

    private final List<Trial> trials = new ArrayList<>();
    private final Map<Trial.Identity, ReturnSeries> returns = new HashMap<>();

    private void tried(double sharpe, double... daily) {
        Trial trial = new Trial(
                "2026-11-22-143000",
                new StrategyId("STR-" + (100 + trials.size())),
                1,
                "aa",
                Tier.L1,
                Map.of("sharpe", sharpe));
        trials.add(trial);
        if (daily.length > 0) {
            returns.put(trial.identity(), ReturnSeriesTest.from(0, daily));
        }
    }

    private TrialStatistics statistics() {
        return TrialStatistics.of(trials, identity -> Optional.ofNullable(returns.get(identity)));
    }

    @Test
    void unrelatedTrialsCountInFull() {
        for (int i = 0; i < 5; i++) {
            tried(i, ReturnSeriesTest.noise(i, DAYS));
        }

        assertThat(statistics().count()).isEqualTo(5);
        assertThat(statistics().effective()).isBetween(4.9, 5.0);
    }

    @Test
    void copiesOfOneIdeaCountAsOne() {
        for (int i = 0; i < 5; i++) {
            tried(i, ReturnSeriesTest.noise(1, DAYS));
        }

        assertThat(statistics().effective()).isCloseTo(1, within(1e-9));
    }

    @Test
    void trialsWithoutReturnsCountAsOneEach() {
        tried(1, ReturnSeriesTest.noise(1, DAYS));
        tried(1, ReturnSeriesTest.noise(1, DAYS));
        tried(1);
        tried(1);

        assertThat(statistics().count()).isEqualTo(4);
        assertThat(statistics().effective()).isCloseTo(3, within(1e-9));
    }

    @Test
    void copiesOfOneIdeaDoNotTakeTheOthersBack() {
        for (int i = 0; i < 5; i++) {
            tried(i, ReturnSeriesTest.noise(i, DAYS));
        }
        for (int i = 0; i < 40; i++) {
            tried(i, ReturnSeriesTest.noise(0, DAYS));
        }

        assertThat(statistics().effective())
                .as("the effective rank alone would be 2")
                .isEqualTo(5);
    }

    /// Ten names for one idea used to spread less than the ideas they stood among, and so to speak for the best of
    /// them.
    @Test
    void copiesOfATrialChangeNothing() {
        for (int seed = 0; seed < 12; seed++) {
            trials.clear();
            returns.clear();
            Random random = new Random(seed);
            List<double[]> daily = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                daily.add(related(random, i % 4, daily));
                tried(3 * random.nextGaussian(), daily.getLast());
            }
            tried(random.nextGaussian());
            TrialStatistics before = statistics();
            int copied = random.nextInt(9);
            double sharpe = trials.get(copied).metrics().getOrDefault("sharpe", 0.0);
            for (int copies = 0; copies < 12; copies++) {
                tried(sharpe, daily.get(copied));
            }
            TrialStatistics after = statistics();

            assertThat(after.count()).isEqualTo(before.count() + 12);
            assertThat(after.effective()).as("trials of seed " + seed).isCloseTo(before.effective(), within(1e-6));
            assertThat(after.dailySharpeVariance().orElseThrow())
                    .as("spread of seed " + seed)
                    .isCloseTo(before.dailySharpeVariance().orElseThrow(), within(1e-12));
            assertThat(deflated(after)).isCloseTo(deflated(before), within(1e-6));
        }
    }

    private static double deflated(TrialStatistics statistics) {
        return SharpeInference.deflated(
                0.1, statistics.effective(), statistics.dailySharpeVariance().orElseThrow(), DAYS, ReturnShape.NORMAL);
    }

    /// Unrelated returns, or some that go with one before: loosely, closely, or all but the same.
    private static double[] related(Random random, int kind, List<double[]> before) {
        double[] own = ReturnSeriesTest.noise(random.nextInt(), DAYS);
        if (kind == 0) {
            return own;
        }
        double[] other = before.get(random.nextInt(before.size()));
        double[] together = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            together[day] = kind * other[day] + own[day];
        }
        return together;
    }

    /// Two groups: one with the ratios 1 and 3, one with 0; by hand ((1-1)² + (3-1)²)/2 + (0-1)² = 3, less one group.
    @Test
    void eachGroupCountsOnceInTheSpreadItsIdeasInEqualParts() {
        double[] first = ReturnSeriesTest.noise(1, DAYS);
        double[] second = first.clone();
        double[] noise = ReturnSeriesTest.noise(2, DAYS);
        for (int day = 0; day < DAYS; day++) {
            second[day] = 2 * first[day] + noise[day];
        }
        tried(1, first);
        tried(3, second);
        tried(3, second);
        tried(0, ReturnSeriesTest.noise(3, DAYS));

        assertThat(statistics().effective()).isBetween(2.0, 2.2);
        assertThat(statistics().dailySharpeVariance().orElseThrow()).isCloseTo(3.0 / 365, within(1e-12));
    }

    @Test
    void copiesOfOneIdeaAloneDoNotSpreadAtAll() {
        tried(1.5, ReturnSeriesTest.noise(1, DAYS));
        tried(1.5, ReturnSeriesTest.noise(1, DAYS));

        assertThat(statistics().effective()).isEqualTo(1);
        assertThat(statistics().dailySharpeVariance()).isEmpty();
    }

    @Test
    void withoutATrialThereIsNothing() {
        assertThat(statistics().count()).isZero();
        assertThat(statistics().effective()).isZero();
        assertThat(statistics().dailySharpeVariance()).isEmpty();
    }

    @Test
    void trialsThatScoredTheSameDoNotSpread() {
        tried(1.2);
        tried(1.2);
        tried(1.2);

        assertThat(statistics().dailySharpeVariance()).hasValue(0);
        assertThat(DeflatedSharpe.expectedMaximum(statistics().effective(), 0)).isZero();
    }

    /// Before daily returns that never change had no Sharpe ratio, rounding gave them one.
    @Test
    void whatRoundingWroteIntoAnOldLedgerCountsAsTriedAndPoisonsNothing() throws IOException {
        Path file = folder.resolve("trials.csv");
        Files.writeString(file, """
            run_id,strategy_id,variant,parameters_hash,tier,signal_frequency,hit_rate,ic,ic_p_value,luck,sharpe
            2026-01-05-090000,STR-201,1,aa,L1,,,,,,1
            2026-01-05-090000,STR-202,1,bb,L1,,,,,,120000000000000000
            2026-01-05-090000,STR-203,1,cc,L1,,,,,,-5.6E17
            2026-01-05-090000,STR-204,1,dd,L1,,,,,,3
            2026-01-05-090000,STR-205,1,ee,L1,,,,,,
            2026-01-05-090000,STR-206,1,ff,L0,40,0.5,0.1,0.2,0.3,
            """);
        TrialStatistics statistics = TrialStatistics.of(new TrialLedger(file).read(), _ -> Optional.empty());

        assertThat(statistics.count()).isEqualTo(6);
        assertThat(statistics.effective()).isEqualTo(6);
        // statistics.variance([1, 3]) = 2, per day a 365th.
        assertThat(statistics.dailySharpeVariance().orElseThrow()).isCloseTo(2.0 / 365, within(1e-15));
    }

    @Test
    void fiveHundredTrialsAreCountedInNoTime() {
        for (int i = 0; i < 620; i++) {
            tried(i, ReturnSeriesTest.noise(i, DAYS));
        }

        TrialStatistics statistics = assertTimeout(Duration.ofSeconds(10), this::statistics);
        assertThat(statistics.count()).isEqualTo(620);
        // 120 beyond those that are compared count as one each; 365 days hold no more than 365 independent series.
        assertThat(statistics.effective()).isBetween(120 + 200.0, 120 + 500.0);
    }
}
