package io.github.parallelvalidation.ui.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.display.GateMargin;
import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.escalation.EscalationRules;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionCaseTest {
    private final DecisionCase question = question(Samples.results());

    @Test
    void theTitleIsTheCount() {
        assertThat(question.title()).isEqualTo("6 of 9 did not pass L0, 1 of them could not be judged");
    }

    @Test
    void theEvidenceSaysWhyItAsksAndWhatNoiseWouldHaveDone() {
        assertThat(question.reasons()).containsExactly("67 % did not pass; the settings ask above 50 %.");
        assertThat(question.failures()).hasSize(6);
        assertThat(question.luck()).isEqualTo("Noise alone would have passed about 1.8.");
    }

    @Test
    void everyChoiceHasItsPriceBeforeItIsTaken() {
        OptionPreviews previews = question.previews();

        assertThat(OptionText.price(previews.goOn()))
                .isEqualTo("Costs nothing. 6 stay as they are, 2 of them fixable. Noise alone would have passed"
                        + " about 1.8.");
        assertThat(OptionText.price(previews.relax(Map.of())))
                .matches("[a-z_=.0-9 ]+: 4 would pass instead of 3, marked as relaxed: STR-\\d+.*");
        assertThat(OptionText.price(previews.of(EscalationOption.RETRY)))
                .isEqualTo("Runs the 2 without a result again with fresh workers, about 10 min if each takes as long"
                        + " as before.");
        assertThat(OptionText.price(previews.retry(
                        previews.choice().all().stream().map(StrategyResult::id).toList())))
                .startsWith("Runs 6 again")
                .contains("only 2 of 6, without a result so far, can change");
        assertThat(OptionText.price(previews.retry(List.of()))).isEqualTo("Choose what to run again.");
        assertThat(OptionText.price(previews.meeting())).contains("with the 6 failures as its agenda");
    }

    @Test
    void whereNothingCanBeRelaxedThePriceSaysSo() {
        DecisionCase broken = question(List.of(Samples.results().get(7)));

        assertThat(OptionText.price(broken.previews().relax(Map.of()))).isEqualTo("No threshold would move.");
        assertThat(broken.luck()).isEqualTo("What noise alone would have passed is not known here.");
    }

    @Test
    void theLargestValueOfTheRunIsAFullBarAndNoOtherIsAndTheMarginIsSigned() {
        GateMargin ic = margin(0, "ic");
        assertThat(ic.filled()).isCloseTo(0.0312 / 0.0493, within(1e-12));
        assertThat(ic.tick(ic.need())).isCloseTo(0.01 / 0.0493, within(1e-12));
        assertThat(margin(6, "ic").filled()).isEqualTo(1);
        assertThat(margin(2, "ic").filled()).as("below 0").isZero();
        assertThat(ic.text(ic.need())).isEqualTo("+0.021");
        GateMargin short2 = margin(6, "signal_frequency");
        assertThat(short2.filled()).isCloseTo(8.0 / 349, within(1e-12));
        assertThat(short2.text(short2.need())).isEqualTo("−2");
        assertThat(short2.holds(7)).isTrue();
        GateMargin near = margin(5, "hit_rate");
        assertThat(near.text(near.need())).isEqualTo("−0.003");
    }

    private GateMargin margin(int result, String gate) {
        return Samples.results().get(result).judgement().gates().stream()
                .filter(item -> item.name().equals(gate))
                .map(item -> GateMargin.of(item, question.ranges()))
                .findFirst()
                .orElseThrow();
    }

    private static DecisionCase question(List<StrategyResult> results) {
        RunOutcome outcome = FakeValidation.outcome(
                new FakeValidation().plan(RunRequest.of(Tier.L0)),
                results,
                new EscalationRules(0.5).assess(results).orElseThrow(),
                false);
        return DecisionCase.of(
                outcome, Settings.DEFAULT, outcome.previews(L0Gates.DEFAULT, RunWorlds.NONE, Set.of(), Set.of()));
    }
}
