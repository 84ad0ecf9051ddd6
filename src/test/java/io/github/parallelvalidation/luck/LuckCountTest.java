package io.github.parallelvalidation.luck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LuckCountTest {
    private static final LuckCount L0 = new LuckCount(Tier.L0, L0Gates.DEFAULT, 199);
    private static final Map<String, Object> GRID =
            Map.of("shifts", 10, "ic", "-1 0.01", "hit_rate", "-1 0.005", "passes", List.of("10 4", "9 3"));
    private static final Metrics CLAIMED = new Metrics(
            Map.of("signal_frequency", 84, "hit_rate", 0.56, "ic", 0.04, "luck", 0.01, "ic_p_value", 0.02), Map.of());

    @Test
    void whatAWorkerSaysOfItsLuckIsCountedAgain() {
        Metrics counted = L0.of(
                CLAIMED.with("ic_noise_95", 0.9).with("placebo_worlds", 1_000_000),
                Optional.of(Tables.ofIc(-0.01, 0.02, 0.03, 0.05)));
        assertThat(counted.numbers())
                .containsEntry("luck", 0.75)
                .containsEntry("ic_p_value", 0.4)
                .containsEntry("placebo_worlds", 4.0);
        assertThat(counted.values()).containsEntry("placebo_method", "rebuilt");
    }

    @Test
    void aPValueThatIsMissingIsCountedToo() {
        Metrics counted = L0.of(CLAIMED.leavingOut("ic_p_value"), Optional.of(Tables.ofIc(-0.01, 0.02, 0.03, 0.05)));
        assertThat(counted.numbers()).containsEntry("ic_p_value", 0.4);
    }

    @Test
    void withoutAScoreThereIsNoPAndWithoutScoresInTheWorldsNoNoise() {
        Metrics bare = CLAIMED.leavingOut("ic_p_value").without("ic", "a constant score");
        Metrics counted = L0.of(bare, Optional.of(Tables.ofIc(Double.NaN, Double.NaN, 0.03)));
        assertThat(counted.whyMissing("ic_p_value")).isEqualTo("there is no ic");
        double[] missing = new double[19];
        Arrays.fill(missing, Double.NaN);
        Metrics none = L0.of(CLAIMED, Optional.of(Tables.ofIc(missing)));
        assertThat(none.whyMissing("ic_noise_95")).isEqualTo("too many of its worlds have no ic");
        assertThat(none.numbers()).containsEntry("luck", 0.0);
    }

    @Test
    void atL1TheSharpeRatioIsWhatCounts() {
        Worlds worlds = Worlds.of(Tier.L1, new double[] {60, 60, 10}, new double[] {0.9, -0.2, 2.0}, new double[] {
            Double.POSITIVE_INFINITY, 0.8, 3
        });
        Metrics counted = new LuckCount(Tier.L1, L1Gates.DEFAULT, 199)
                .of(new Metrics(Map.of("sharpe", 1.1), Map.of()), Optional.of(worlds));
        assertThat(counted.numbers()).containsEntry("luck", 1 / 3.0).containsEntry("sharpe_p_value", 0.5);
    }

    private static double[] rising(int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(i -> i / 1000.0).toArray();
    }

    @Test
    void whatNoiseReachesOnceInTwentyTakesNineteenWorlds() {
        Metrics few = L0.of(CLAIMED.with("ic_noise_95", 0.9), Optional.of(Tables.ofIc(rising(18))));
        Metrics enough = L0.of(CLAIMED, Optional.of(Tables.ofIc(rising(19))));

        assertThat(few.values()).containsEntry("ic_noise_95", null);
        assertThat(few.whyMissing("ic_noise_95"))
                .isEqualTo("what noise reaches once in twenty takes 19 worlds; it has 18");
        assertThat(enough.numbers()).containsEntry("ic_noise_95", 0.019);
    }

    /// One of 19 worlds reaches the ic of 0.04 … of 1,999 at least that one, and at most it and all the others.
    @Test
    void aFinerPValueIsBelievedAsFarAsTheFileAllowsIt() {
        LuckCount asked = new LuckCount(Tier.L0, L0Gates.DEFAULT, new PlaceboWorlds(19, 1_999));
        double[] ic = rising(19);
        ic[3] = 0.05;
        Optional<Worlds> worlds = Optional.of(Tables.ofIc(ic));
        Metrics finer = CLAIMED.with("placebo_worlds", 1_999);

        assertThat(asked.of(finer.with("ic_p_value", 0.03), worlds).numbers())
                .containsEntry("ic_p_value", 0.03)
                .containsEntry("placebo_worlds", 1_999.0);
        assertThat(asked.of(finer.with("ic_p_value", 1.0 / 2_000), worlds).numbers())
                .as("not even the one is among them")
                .containsEntry("ic_p_value", 0.1)
                .containsEntry("placebo_worlds", 19.0);
        assertThat(asked.of(finer.with("ic_p_value", 1.0), worlds).numbers()).containsEntry("ic_p_value", 0.1);
        assertThat(asked.of(finer.with("placebo_worlds", 2_000).with("ic_p_value", 0.03), worlds)
                        .numbers())
                .as("more than were asked for")
                .containsEntry("ic_p_value", 0.1);
        assertThat(asked.of(finer.leavingOut("ic_p_value"), worlds).numbers())
                .containsEntry("ic_p_value", 0.1)
                .containsEntry("placebo_worlds", 19.0);
    }

    @Test
    void luckWithoutWorldsIsNotShownWhateverTheWorkerClaims() {
        Metrics counted = L0.of(CLAIMED.with("placebo_sha256", "0123"), Optional.empty());
        assertThat(counted.numbers()).doesNotContainKeys("luck", "ic_p_value", "ic_noise_95");
        assertThat(counted.values()).doesNotContainKey("placebo_sha256").containsEntry("ic", 0.04);
        assertThat(counted.whyMissing("luck"))
                .isEqualTo("the worker wrote no L0_placebo.csv: what noise would pass is not known");
    }

    @Test
    void whereNoWorldsWereAskedForThatIsWhy() {
        assertThat(new LuckCount(Tier.L0, L0Gates.DEFAULT, 0)
                        .of(CLAIMED, Optional.empty())
                        .whyMissing("luck"))
                .isEqualTo("no placebo worlds were asked for, so luck is not known");
    }

    @Test
    void aWorkerThatSaysWhyIsBelieved() {
        Metrics reported = CLAIMED.without("luck", "too few observations");
        assertThat(L0.of(reported, Optional.empty()).whyMissing("ic_p_value")).isEqualTo("too few observations");
    }

    @Test
    void theLuckOfCircularShiftsIsThatOfTheirGridAndMarked() {
        Metrics counted = L0.of(CLAIMED.with("placebo", GRID), Optional.empty());
        assertThat(counted.numbers()).containsEntry("luck", 0.3).containsEntry("ic_p_value", 0.02);
        assertThat(counted.values()).containsEntry("placebo_method", "circular_shift");
        assertThat(counted.whyMissing("ic_noise_95")).isEqualTo("the circular shift gives none");
    }

    @Test
    void atL1ThereAreNoCircularShifts() {
        Metrics claimed = new Metrics(Map.of("sharpe", 1.1, "luck", 0.01, "sharpe_p_value", 0.02), Map.of());
        Metrics counted =
                new LuckCount(Tier.L1, L1Gates.DEFAULT, 199).of(claimed.with("placebo", GRID), Optional.empty());
        assertThat(counted.numbers()).containsOnlyKeys("sharpe");
        assertThat(counted.values()).doesNotContainKeys("placebo", "placebo_method");
    }

    @Test
    void whereNoWorldsWereAskedForNeitherAFileNorAGridGivesLuck() {
        LuckCount none = new LuckCount(Tier.L0, L0Gates.DEFAULT, 0);
        Metrics written = none.of(CLAIMED.with("placebo_sha256", "0123"), Optional.of(Tables.ofIc(0.02, 0.03)));
        Metrics shifted = none.of(CLAIMED.with("placebo", GRID), Optional.empty());
        assertThat(List.of(written, shifted)).allSatisfy(metrics -> {
            assertThat(metrics.numbers()).doesNotContainKeys("luck", "ic_p_value", "ic_noise_95", "placebo_worlds");
            assertThat(metrics.values()).doesNotContainKeys("placebo", "placebo_method", "placebo_sha256");
            assertThat(metrics.whyMissing("ic_p_value")).isEqualTo(LuckSource.NONE_ASKED);
        });
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void whichWorldsAStrategyGetsIsSaidOnce(Tier tier) {
        PlaceboWorlds asked = PlaceboWorlds.DEFAULT;
        assertThat(LuckSource.of(tier, asked, false, Optional.empty())).isEqualTo(new LuckSource.Rebuilt(asked));
        assertThat(LuckSource.of(tier, asked, true, Optional.of(99)))
                .isEqualTo(new LuckSource.Rebuilt(PlaceboWorlds.exactly(99)));
        for (Optional<Integer> own : List.of(Optional.<Integer>empty(), Optional.of(99))) {
            assertThat(LuckSource.of(tier, PlaceboWorlds.exactly(0), true, own))
                    .isEqualTo(new LuckSource.None(LuckSource.NONE_ASKED));
        }
        assertThat(LuckSource.of(Tier.L0, asked, true, Optional.empty())).isEqualTo(new LuckSource.CircularShift());
        assertThat(LuckSource.of(Tier.L1, asked, true, Optional.empty())).isInstanceOf(LuckSource.None.class);
    }
}
