package io.github.parallelvalidation.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Requirement;
import org.junit.jupiter.api.Test;

class GateTextTest {

    @Test
    void aGateHasTheDigitsAndTheMinusSignOfAllFigures() {
        assertThat(GateText.of(gate("ic", -0.04764, new Requirement.MoreThan(0.01))))
                .isEqualTo("ic −0.048, needs more than 0.01");
        assertThat(GateText.of(gate("sharpe", -3.7332, new Requirement.MoreThan(-0.5))))
                .isEqualTo("sharpe −3.73, needs more than −0.5");
    }

    @Test
    void moreDigitsAreSaidWhereFewWouldNotTellTheSide() {
        assertThat(GateText.of(gate("ic", 0.00997, new Requirement.MoreThan(0.01))))
                .startsWith("ic 0.00997,")
                .isNotEqualTo("ic 0.010, needs more than 0.01");
    }

    private static GateResult gate(String name, double value, Requirement requirement) {
        return new GateResult(
                name, value, requirement, requirement.holds(value), FailureReason.IC_BELOW_THRESHOLD, null);
    }
}
