package io.github.parallelvalidation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsualTimesTest {
    private static final StrategyId QUICK = new StrategyId("STR-101");
    private static final StrategyId SLOW = new StrategyId("STR-102");
    private static final StrategyId NEW = new StrategyId("STR-103");

    private final UsualTimes usual =
            new UsualTimes(Map.of(QUICK, List.of(4.0, 5.0, 6.0), SLOW, List.of(100.0, 90.0, 110.0)));

    @Test
    void aStrategyIsComparedWithItsOwnHistoryFirst() {
        assertThat(usual.remark(QUICK, 10.1, List.of(100.0, 100.0, 100.0))).contains("slow: it usually takes 5.0 s");
        assertThat(usual.remark(QUICK, 9.9, List.of(1.0, 1.0, 1.0))).isEmpty();
        assertThat(usual.remark(SLOW, 150, List.of(1.0, 1.0, 1.0))).isEmpty();
    }

    @Test
    void aNewOneIsComparedWithThePeersOfItsRun() {
        assertThat(usual.remark(NEW, 6.5, List.of(2.0, 3.0, 4.0))).contains("slow: the others take 3.0 s");
        assertThat(usual.remark(NEW, 5.9, List.of(2.0, 3.0, 4.0))).isEmpty();
    }

    @Test
    void withoutEnoughPeersAllThatIsKnownCounts() {
        // The median of 4, 5, 6, 90, 100, 110 is 48.
        assertThat(usual.remark(NEW, 97, List.of(2.0, 3.0))).contains("slow: strategies usually take 48.0 s");
        assertThat(usual.remark(NEW, 95, List.of(2.0, 3.0))).isEmpty();
    }

    @Test
    void withTooFewSamplesNobodyIsSlow() {
        assertThat(new UsualTimes(Map.of(QUICK, List.of(1.0, 1.0))).remark(QUICK, 1000, List.of(1.0, 1.0)))
                .isEmpty();
    }

    @Test
    void twiceAsLongIsStillSoonForTheVeryQuick() {
        assertThat(usual.remark(NEW, 0.9, List.of(0.2, 0.2, 0.2))).isEmpty();
        assertThat(usual.remark(NEW, 1.3, List.of(0.2, 0.2, 0.2))).isPresent();
    }
}
