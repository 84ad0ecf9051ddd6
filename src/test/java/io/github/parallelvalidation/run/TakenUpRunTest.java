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
        workspace.interruptedOn("2020-11-22");

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
