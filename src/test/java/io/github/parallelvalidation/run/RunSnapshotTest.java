package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.ui.model.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSnapshotTest {
    @Test
    void aRelaxedPassIsOneOnTheTilesToo() {
        StrategyResult failed = Samples.results().stream()
                .filter(result -> result.isMeasured() && !result.passed())
                .findFirst()
                .orElseThrow();
        StrategyResult relaxed = failed.judged(Judgement.passed(
                Status.L0_PASSED,
                failed.judgement().metrics(),
                failed.judgement().gates(),
                Map.of("ic", 0.001)));
        RunSnapshot ended = new RunSnapshot(
                RunSnapshot.Phase.FINISHED,
                Tier.L0,
                "2026-11-22-143000",
                RunPart.whole(Samples.START),
                1,
                4,
                List.of(new Slot.Done(failed), new Slot.Idle()),
                FinishedResults.of(List.of(failed)));

        RunSnapshot decided = ended.decided(List.of(relaxed));

        assertThat(ended.summary().passed()).isZero();
        assertThat(decided.slots()).containsExactly(new Slot.Done(relaxed), new Slot.Idle());
        assertThat(decided.summary().passed()).isEqualTo(1);
    }
}
