package io.github.parallelvalidation.run;

import static io.github.parallelvalidation.TestWorkspace.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.plan.RunWishes;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the board shows of a run that was cut off long ago.
class TakenUpRunTest {
    private static final double SECONDS_OF_A_DAY = 86_400;

    @TempDir
    private Path folder;

    @Test
    void theTimeInWhichNobodyWasAtItIsNotCounted() {
        TestWorkspace workspace = TestWorkspace.in(folder);
        workspace.strategy("STR-101", PASS);
        workspace.write(".crypto/pipeline/parallel-validation-2020-11-22-143000.yaml", """
            run_id: 2020-11-22-143000
            started_at: 2020-11-22T14:30:00Z
            tier: L0
            workers: 1
            queue_depth: 1
            strategies:
            - {strategy_id: STR-101, name: '', status_before: ' PENDING', estimated_seconds: 1}
            journal:
            """);

        Validation.Run run = TestWorkspace.validation().resume(workspace.workspace(), RunWishes.NONE);
        run.execute();

        RunSnapshot shown = run.board().snapshot();
        assertThat(shown.finished().size()).isEqualTo(1);
        assertThat(shown.secondsSoFar(Instant.now())).isLessThan(SECONDS_OF_A_DAY);
    }

    @Test
    void whatWasTakenOverIsNotOfThisPart() {
        RunPart part = new RunPart(Instant.EPOCH, 60, 0).takingOverOneMore().takingOverOneMore();

        assertThat(part).isEqualTo(new RunPart(Instant.EPOCH, 60, 2));
    }
}
