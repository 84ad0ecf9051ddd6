package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.plan.UsualTimes;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunMonitorTest {
    private static final StrategyId ONE = new StrategyId("STR-101");
    private static final StrategyId TWO = new StrategyId("STR-102");
    private static final UsualTimes THREE_SECONDS = new UsualTimes(Map.of(ONE, List.of(3.0, 3.0, 3.0)));

    private static RunMonitor monitor(boolean saysWhoIsSlow) {
        return new RunMonitor(new Admission(() -> Long.MAX_VALUE, 200, 4), THREE_SECONDS, saysWhoIsSlow);
    }

    @Test
    void whoDoesNotWantToHearOfSlowWorkersHearsOfNone() {
        assertThat(monitor(true).straggler(ONE, 9)).contains("slow: it usually takes 3.0 s");
        RunMonitor quiet = monitor(false);
        assertThat(quiet.straggler(ONE, 9)).isEmpty();
        assertThat(quiet.slow()).isEmpty();
    }

    @Test
    void aStragglerIsOneHoweverOftenItIsLookedAt() {
        RunMonitor monitor = monitor(true);
        monitor.straggler(ONE, 7);
        monitor.straggler(ONE, 9);
        monitor.straggler(TWO, 1);
        assertThat(monitor.slow()).containsOnlyKeys(ONE);
        assertThat(monitor.remarks()).isEmpty();
    }

    @Test
    void manyThatWaitForMemoryAreOneRemark() {
        RunMonitor monitor = monitor(true);
        monitor.waits(ONE, "150 MB free");
        monitor.waits(ONE, "140 MB free");
        assertThat(monitor.remarks()).containsExactly("STR-101 had to wait for memory: 150 MB free");
        monitor.waits(TWO, "130 MB free");
        assertThat(monitor.remarks()).containsExactly("STR-101 and 1 more had to wait for memory: 150 MB free");
    }

    @Test
    void ofAKindTheFirstIsToldWithHowManyThereWere() {
        RunMonitor monitor = monitor(true);
        monitor.remark("poor", "90 MB free");
        monitor.remark("poor", "80 MB free");
        monitor.remark("once and for all");
        monitor.remark("once and for all");
        assertThat(monitor.remarks()).containsExactly("90 MB free (the first of 2 times)", "once and for all");
    }
}
