package io.github.parallelvalidation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierGatesTest {
    @ParameterizedTest
    @CsvSource({"0.01, 0.009", "0, 0", "-0.5, -0.55", "-1, -1.1"})
    void aTenthLooserIsLooserWhateverTheSign(double configured, double looser) {
        TierGates gates = L1Gates.DEFAULT.with("sharpe", configured);
        assertThat(gates.looser(Set.of("sharpe"), 0.1).thresholds()).containsEntry("sharpe", looser);
    }

    @ParameterizedTest
    @CsvSource({
        "ic, 0.01, 0",
        "ic, 0, -0.01",
        "ic, -1, -1.01",
        "ic, -2, -2.01",
        "hit_rate, 0, -0.01",
        "sharpe, 0.5, 0",
        "sharpe, 0, -1",
        "sharpe, -1, -2",
        "trades, 0, -20"
    })
    void theStepsOfAThresholdEndInItWhateverItIs(String gate, double configured, double loosest) {
        boolean isL0 = L0Gates.DEFAULT.thresholds().containsKey(gate);
        TierGates gates = (isL0 ? L0Gates.DEFAULT : L1Gates.DEFAULT).with(gate, configured);
        assertThat(gates.steps(gate))
                .hasSize(21)
                .isSorted()
                .startsWith(loosest)
                .endsWith(configured)
                .doesNotHaveDuplicates();
    }

    @Test
    void aCountIsRelaxedInWholeNumbers() {
        assertThat(L0Gates.DEFAULT.steps("signal_frequency")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        TierGates many = L1Gates.DEFAULT.with("trades", 55);
        assertThat(Arrays.stream(many.steps("trades")).boxed()).hasSize(21).allMatch(step -> step == Math.rint(step));
        assertThat(many.looser(Set.of("trades"), 0.1).thresholds()).containsEntry("trades", 49.0);
    }

    @Test
    void aMetricThatIsFoundAfterAllHasNoReasonToBeMissing() {
        Metrics missing = new Metrics(Map.of("ic", 0.04), Map.of()).without("luck", "too few observations");
        assertThat(missing.with("luck", 0.3).reasons()).isEmpty();
        assertThat(missing.leavingOut("luck").reasons()).isEmpty();
        assertThat(missing.with("ic", 0.05).reasons()).containsKey("luck");
    }
}
