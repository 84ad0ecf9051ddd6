package io.github.parallelvalidation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.escalation.EscalationRules;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.run.RunOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionCaseTest {
    private final DecisionCase question = question(Samples.results());

    @Test
    void theTitleIsTheCount() {
        assertThat(question.title()).isEqualTo("6 of 9 did not pass L0");
    }

    @Test
    void theEvidenceIsCounted() {
        assertThat(question.reasons()).containsExactly("67 % did not pass; the settings ask above 50 %");
        assertThat(question.gates())
                .contains(new DecisionCase.Count("ic, needs more than 0.01", 2))
                .isSortedAccordingTo((a, b) -> Long.compare(b.count(), a.count()));
        assertThat(question.failures()).first().isEqualTo(new DecisionCase.Count("ic below threshold", 2));
        assertThat(question.luck()).isEqualTo("Noise alone would have passed about 1.8 of 9; 3 passed.");
    }

    @Test
    void everyChoiceHasItsPriceAndTheCheapestComesFirst() {
        assertThat(question.choices())
                .extracting(DecisionCase.Choice::option)
                .containsExactly(
                        EscalationOption.CONTINUE,
                        EscalationOption.RETRY,
                        EscalationOption.RELAX,
                        EscalationOption.MEETING);
        assertThat(price(EscalationOption.RELAX))
                .contains("ic more than 0.009 instead of 0.01")
                .contains("STR-205 would pass, marked as relaxed: 4 instead of 3");
        assertThat(price(EscalationOption.RETRY)).contains("only 2 of 6");
        assertThat(price(EscalationOption.CONTINUE)).contains("6 stay as they are, 3 of them fixable");
    }

    @Test
    void whereNothingCanBeRelaxedThePriceSaysSo() {
        DecisionCase broken = question(List.of(Samples.results().get(7)));

        assertThat(broken.choices())
                .filteredOn(choice -> choice.option() == EscalationOption.RELAX)
                .extracting(DecisionCase.Choice::price)
                .containsExactly("No failed gate has a threshold to move.");
        assertThat(broken.luck()).isEqualTo("What noise alone would have passed is not known here.");
    }

    private String price(EscalationOption option) {
        return question.choices().stream()
                .filter(choice -> choice.option() == option)
                .map(DecisionCase.Choice::price)
                .findFirst()
                .orElseThrow();
    }

    private static DecisionCase question(List<StrategyResult> results) {
        RunOutcome outcome = FakeValidation.outcome(
                new FakeValidation().plan(RunRequest.of(Tier.L0)),
                results,
                new EscalationRules(0.5).assess(results).orElseThrow(),
                false);
        return DecisionCase.of(outcome, 0.5, L0Gates.DEFAULT);
    }
}
