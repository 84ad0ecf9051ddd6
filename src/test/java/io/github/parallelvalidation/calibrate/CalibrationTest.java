package io.github.parallelvalidation.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.calibrate.Simulation.Trial;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.torture.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The short form of [Calibration]: three months, all rules together. With 1,080 strategies the standard error of a
/// share near 5 % is 0.7 points, that of luck's difference from what passes 0.5: the bounds are three and four of them.
@Tag("alone") // computes on all processors
class CalibrationTest {
    private static final int THREE_MONTHS = 2_208;
    private static final int EACH = 30;

    /// With 59, as with 199, p reaches exactly 0.05.
    private static final PlaceboWorlds WORLDS = PlaceboWorlds.exactly(59);

    private static final double FEWEST = 0.03;
    private static final double MOST = 0.07;
    private static final double FARTHEST = 0.02;

    private static final List<Trial> TRIALS = new ArrayList<>();

    @BeforeAll
    static void simulate() {
        long seed = Seed.of(CalibrationTest.class, 1);
        Simulation simulation = new Simulation(seed, Screened.WARMUP + THREE_MONTHS, WORLDS, Kept.NOTHING);
        for (Market market : Market.FAIR) {
            for (Family family : Family.values()) {
                TRIALS.addAll(simulation.trials(family, market, EACH));
            }
        }
    }

    @Test
    void withoutSkillOneInTwentyHasAPValueOfFivePercent() {
        Estimate small = Estimate.share(TRIALS, one -> one.first().p() <= 0.05);
        System.out.println("p ≤ .05: " + small);
        assertThat(small.mean()).isBetween(FEWEST, MOST);
    }

    @Test
    void luckIsTheShareThatPasses() {
        Estimate missed = Estimate.of(TRIALS, Trial::missed);
        System.out.println("passed less luck: " + missed);
        assertThat(missed.mean()).isCloseTo(0, within(FARTHEST));
    }

    /// Or these bounds would be too wide to notice what rebuilt markets are for.
    @Test
    void theCircularShiftKeepsNeitherBound() {
        Estimate small = Estimate.share(TRIALS, one -> one.first().shift().pValue() <= 0.05);
        Estimate missed =
                Estimate.of(TRIALS, one -> one.passed() - one.first().shift().luck());
        System.out.println("circular shift: p ≤ .05: " + small + ", passed less luck: " + missed);
        assertThat(small.mean()).isGreaterThan(MOST);
        assertThat(missed.mean()).isGreaterThan(FARTHEST);
    }
}
