package io.github.parallelvalidation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementTest {
    private static String sentence(double ic, Requirement requirement) {
        return GateResult.of(
                        "ic", new Metrics(Map.of("ic", ic), Map.of()), requirement, FailureReason.IC_BELOW_THRESHOLD)
                .sentence();
    }

    @Test
    void allComparisonsAreStrict() {
        assertThat(new Requirement.MoreThan(0.5).holds(0.5)).isFalse();
        assertThat(new Requirement.MoreThan(0.5).holds(0.51)).isTrue();
        assertThat(new Requirement.LessThan(0.5).holds(0.5)).isFalse();
        assertThat(new Requirement.LessThan(0.5).holds(0.49)).isTrue();
        assertThat(new Requirement.AwayFrom(0.5, 0.25).holds(0.75)).isFalse();
        assertThat(new Requirement.AwayFrom(0.5, 0.25).holds(0.24)).isTrue();
    }

    @Test
    void aMovedBoundLeavesTheKindAndTheCentre() {
        assertThat(new Requirement.AwayFrom(0.5, 0.25).withBound(0.1)).isEqualTo(new Requirement.AwayFrom(0.5, 0.1));
        assertThat(new Requirement.LessThan(0.5).withBound(0.1)).isEqualTo(new Requirement.LessThan(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.0481234, 0.01,    'ic -0.0481, needs more than 0.01'",
        "0.00999999, 0.01,    'ic 0.00999999, needs more than 0.01'",
        "0.01,       0.01,    'ic 0.01, needs more than 0.01'",
        "0.010000004,0.01,    'ic 0.010000004, needs more than 0.01'",
        "3,          0.00001, 'ic 3, needs more than 0.00001'",
    })
    void aValueHasAsManyDecimalsAsItTakesToTellItFromTheThreshold(double ic, double threshold, String words) {
        assertThat(sentence(ic, new Requirement.MoreThan(threshold))).isEqualTo(words);
    }

    @Test
    void lessAndAwayAreWordedToo() {
        assertThat(sentence(0.25, new Requirement.LessThan(0.1))).isEqualTo("ic 0.25, needs less than 0.1");
        assertThat(sentence(0.50499, new Requirement.AwayFrom(0.5, 0.005)))
                .isEqualTo("ic 0.50499, needs more than 0.005 away from 0.5");
    }
}
