package io.github.parallelvalidation.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.escalation.RelaxationImpact;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelaxationTextTest {
    private static StrategyResult passed(int number) {
        Metrics metrics = Metrics.NONE.without("luck", Relaxation.NOT_STORED);
        List<GateResult> gates = L0Gates.DEFAULT.check(metrics);
        return new StrategyResult(
                new StrategyId("STR-" + number),
                "",
                Judgement.passed(Status.L0_PASSED, metrics, gates, Map.of()),
                new Effort(1, 1, 1));
    }

    private static String warning(double expected, int passed, int unknown, boolean isBound) {
        RunLuck luck = new RunLuck(
                expected,
                new RunLuck.Range(0, 9),
                0.5,
                new RunLuck.Counts(passed, passed, 0, 0, unknown),
                199,
                isBound);
        RelaxationImpact impact = new RelaxationImpact(
                5, List.of(new RelaxationImpact.Bought(passed(201), null, null, null)), null, luck, 0);
        return RelaxationText.warning(impact).orElse("");
    }

    @Test
    void noiseExplainsAShareOfThePassesOrAllOfThem() {
        assertThat(warning(3.1, 6, 0, false))
                .isEqualTo("This buys mostly luck: noise alone would explain 3.1 of the 6 passes.");
        assertThat(warning(6.9, 6, 0, false))
                .isEqualTo(
                        "This buys mostly luck: noise alone would explain all of the 6 passes and more: it would have"
                                + " 6.9.");
        assertThat(warning(1.4, 1, 0, false))
                .isEqualTo("This buys mostly luck: noise alone would explain the 1 pass and more: it would have 1.4.");
        assertThat(warning(6.9, 6, 0, true))
                .isEqualTo("This buys mostly luck: noise alone could explain all of the 6 passes: it would have at most"
                        + " 6.9.");
    }

    @Test
    void whereSomeLuckIsNotKnownOnlyTheOthersAreExplained() {
        assertThat(warning(3.1, 4, 2, false))
                .isEqualTo("This buys mostly luck: noise alone would explain 3.1 of the 4 passes whose luck is known.");
        assertThat(warning(0.3, 0, 6, false)).as("there is no pass to explain").isEmpty();
    }

    @Test
    void whoseWorldsAreNotStoredIsNamed() {
        assertThat(NoiseText.whyUnknown(List.of(passed(201), passed(202))))
                .hasValue("Luck under relaxed thresholds is not known: the worlds of STR-201, STR-202 are not stored.");
        assertThat(NoiseText.whyUnknown(List.of(passed(201), passed(202), passed(203), passed(204), passed(205))))
                .hasValue("Luck under relaxed thresholds is not known: the worlds of 5 strategies are not stored.");
    }
}
