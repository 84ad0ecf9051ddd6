package io.github.parallelvalidation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class L0GatesTest {
    private static GateCheck judge(double frequency, double hit, double ic) {
        return L0Gates.DEFAULT.judge(
                new Metrics(Map.of("signal_frequency", frequency, "hit_rate", hit, "ic", ic), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "11, 0.6, 0.02, true",
        "10, 0.6, 0.02, false",
        "11, 0.4, 0.02, true",
        "11, 0.5, 0.02, false",
        "11, 0.504, 0.02, false",
        "11, 0.496, 0.02, false",
        "11, 0.6, 0.01, false",
        "11, 0.6, 0.0100001, true",
        "11, 0.6, -0.5, false",
    })
    void allComparisonsAreStrict(double frequency, double hit, double ic, boolean passes) {
        assertThat(judge(frequency, hit, ic).passed()).isEqualTo(passes);
    }

    @Test
    void aFailedGateSaysValueComparisonAndThreshold() {
        assertThat(judge(8, 0.501, -0.02).explanation())
                .isEqualTo("signals 8, needs more than 10; hit rate 0.501, needs more than 0.005 away from 0.5; "
                        + "ic -0.02, needs more than 0.01");
    }

    @Test
    void aMissingMetricFailsItsGateWithItsReason() {
        GateCheck verdict = L0Gates.DEFAULT.judge(
                new Metrics(Map.of("signal_frequency", 84, "hit_rate", 0.6), Map.of("ic", "too few observations")));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.explanation()).isEqualTo("ic not known (too few observations), needs more than 0.01");
    }
}
