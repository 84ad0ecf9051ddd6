package io.github.parallelvalidation.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.LuckCount;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.ShiftCaveat;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTextTest {
    private static RunLuck luck(double p, RunLuck.Counts counts) {
        return new RunLuck(3.04, new RunLuck.Range(1, 5), p, counts, 199, false);
    }

    @Test
    void theSentenceSaysWhatToExpectHowFarItReachesAndHowOftenAsManyPass() {
        assertThat(NoiseText.of(luck(0.35, new RunLuck.Counts(4, 10, 0, 0, 0))))
                .isEqualTo("Noise alone passes about 3.0, in nine of ten such markets 1 to 5; 4 or more in 35 of 100.");
    }

    @Test
    void anUpperBoundIsSaidToBeOne() {
        RunLuck bound = new RunLuck(3.04, new RunLuck.Range(1, 5), 0.35, new RunLuck.Counts(4, 10, 0, 0, 0), 199, true);
        assertThat(NoiseText.of(bound)).startsWith("Noise alone passes at most 3.0, in nine of ten");
        assertThat(NoiseText.briefly(bound)).isEqualTo("at most 3.0 by luck, 1 to 5");
    }

    @Test
    void whereThereIsNoRoomForASentenceTheCaveatStandsAllTheSame() {
        assertThat(NoiseText.briefly(luck(0.35, new RunLuck.Counts(4, 5, 2, 0, 3))))
                .isEqualTo("3.0 by luck, 1 to 5 (by the circular shift in part: " + ShiftCaveat.WORDS + ")");
    }

    @Test
    void whoIsNotInTheSameWorldsIsCountedAndWhyWithItsCaveat() {
        assertThat(NoiseText.of(luck(0.35, new RunLuck.Counts(4, 5, 2, 0, 3))))
                .endsWith("; 2 of 10 by the circular shift (valid only if the score does not follow from this price),"
                        + " counted as independent; for 3 of 10 luck is not known.");
        assertThat(NoiseText.of(luck(0.35, new RunLuck.Counts(4, 7, 0, 3, 0))))
                .endsWith("; 3 of 10 by fewer worlds, counted as independent.");
        assertThat(NoiseText.of(luck(0.35, new RunLuck.Counts(4, 5, 2, 3, 0))))
                .endsWith("; 2 of 10 by the circular shift (valid only if the score does not follow from this price);"
                        + " 3 of 10 by fewer worlds, both counted as independent.");
    }

    @ParameterizedTest
    @CsvSource({
        "0.35, 35 of 100",
        "0.01, 1 of 100",
        "0.005, '5 of 1,000'",
        "0.0004, 'fewer than 1 of 1,000'",
        "0.996, more than 99 of 100",
        "1, 100 of 100"
    })
    void sharesAreCountedInHundredsAndWhereTheyAreSmallInThousands(double p, String words) {
        assertThat(NoiseText.of(luck(p, new RunLuck.Counts(4, 10, 0, 0, 0)))).endsWith("4 or more in " + words + ".");
    }

    @Test
    void whereNonePassedThereIsNothingToCompareAndOfOldRunsNoMoreIsKnown() {
        assertThat(NoiseText.of(luck(1, new RunLuck.Counts(0, 10, 0, 0, 0))))
                .isEqualTo("Noise alone passes about 3.0, in nine of ten such markets 1 to 5.");
        assertThat(NoiseText.after(RunLuck.expecting(1.84, 3))).isEqualTo(" Noise alone would have passed about 1.8.");
        assertThat(NoiseText.after(null)).isEmpty();
        assertThat(NoiseText.briefly(RunLuck.expecting(1.84, 3))).isEqualTo("1.8 by luck");
        assertThat(NoiseText.briefly(luck(1, new RunLuck.Counts(0, 1, 0, 0, 0))))
                .isEqualTo("3.0 by luck, 1 to 5");
    }

    private static StrategyResult measured(int worldsAsked) {
        Metrics metrics = new LuckCount(Tier.L0, L0Gates.DEFAULT, worldsAsked)
                .of(
                        new Metrics(Map.of("signal_frequency", 84, "hit_rate", 0.56, "ic", 0.04), Map.of()),
                        Optional.empty());
        return new StrategyResult(
                new StrategyId("STR-101"),
                "",
                new Judgement(Status.L0_PASSED, Verdict.PASS, metrics, L0Gates.DEFAULT.check(metrics), null, Map.of()),
                new Effort(1, 1, 1));
    }

    @Test
    void whereNothingIsKnownTheReasonIsSaidOnce() {
        assertThat(NoiseText.whyUnknown(List.of(measured(0), measured(0))))
                .contains("No placebo worlds were asked for, so luck is not known.");
        assertThat(NoiseText.whyUnknown(List.of(measured(199))))
                .contains("The worker wrote no L0_placebo.csv: what noise would pass is not known.");
        assertThat(NoiseText.whyUnknown(List.of(measured(0), measured(199))))
                .contains("What noise alone would have passed is not known.");
        assertThat(NoiseText.whyUnknown(List.of())).isEmpty();
    }

    /// As a run of an earlier version may have stored it.
    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aStoredReasonThatIsBlankIsNone(String blank) {
        StrategyResult result = measured(0);
        StrategyResult said = result.withMetrics(result.judgement().metrics().without("luck", blank));
        assertThat(NoiseText.whyUnknown(List.of(said))).isEmpty();
    }

    @Test
    void everyFigureByTheCircularShiftCarriesItsCaveat() {
        Metrics shifted = new Metrics(
                Map.of("luck", 0.4, "ic_p_value", 0.02, "ic", 0.04, "placebo_method", "circular_shift"), Map.of());
        assertThat(Figures.metric(shifted, "luck").detail())
                .isEqualTo("0.4; by the circular shift, " + ShiftCaveat.WORDS);
        assertThat(Figures.metric(shifted, "ic_p_value").detail()).endsWith(ShiftCaveat.WORDS);
        assertThat(Figures.metric(shifted, "ic").detail()).isEqualTo("0.04");
        assertThat(Figures.metric(shifted.with("placebo_method", "rebuilt"), "luck")
                        .detail())
                .isEqualTo("0.4");
    }
}
