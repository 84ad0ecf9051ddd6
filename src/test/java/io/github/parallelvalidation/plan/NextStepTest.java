package io.github.parallelvalidation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.display.NextStepText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextStepTest {

    @Test
    void whatPassedL0GoesOnToL1() {
        NextStep step = step(Tier.L0, Status.L0_PASSED, Status.L0_FAILED, Status.L0_PASSED);

        assertThat(NextStepText.of(step)).isEqualTo("2 passed L0");
        assertThat(NextStepText.action(step)).isEqualTo("Validate 2 at L1");
    }

    @Test
    void alsoWhileOthersStillAwaitL0() {
        assertThat(NextStepText.of(step(Tier.L0, Status.L0_PASSED, Status.PENDING)))
                .isEqualTo("1 passed L0");
    }

    @Test
    void inATierWithoutWorkItIsSaidWhatWaitsInTheOther() {
        NextStep step = step(Tier.L1, Status.PENDING, Status.PENDING);

        assertThat(NextStepText.of(step)).isEqualTo("nothing awaits L1, 2 await L0");
        assertThat(NextStepText.action(step)).isEqualTo("Validate 2 at L0");
        assertThat(NextStepText.of(step(Tier.L0, Status.L1_PENDING))).isEqualTo("nothing awaits L0, 1 awaits L1");
    }

    @Test
    void whoWorksAtL1IsNotSentBack() {
        assertThat(NextStep.from(Tier.L1, ChosenStrategiesTest.queue(Status.L0_PASSED, Status.PENDING)))
                .isEmpty();
    }

    @Test
    void whereNothingWaitsThereIsNone() {
        assertThat(NextStep.from(Tier.L0, ChosenStrategiesTest.queue(Status.L1_PASSED)))
                .isEmpty();
    }

    private static NextStep step(Tier at, Status... statuses) {
        Optional<NextStep> step = NextStep.from(at, ChosenStrategiesTest.queue(statuses));
        return step.orElseThrow();
    }
}
