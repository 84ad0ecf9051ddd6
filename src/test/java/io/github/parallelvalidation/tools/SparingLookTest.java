package io.github.parallelvalidation.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who polls a worker reads the plan file when there is something new in it, and not four times a second.
@NullUnmarked // JUnit fills the fields
class SparingLookTest {
    private static final String RUN = "2026-01-01-000000";

    @TempDir
    private Path folder;

    @Test
    void aPlanFileIsReadAgainOnlyWhenItHasGrownOrItsRunChangesHands() {
        TestWorkspace files = TestWorkspace.in(folder);
        Workspace workspace = files.workspace();
        String plan = ".crypto/pipeline/parallel-validation-" + RUN + ".yaml";
        AtomicInteger read = new AtomicInteger();
        SparingLook<Integer> look = new SparingLook<>(read::incrementAndGet, () -> PlanSign.of(workspace, RUN));

        assertThat(look.look()).isEqualTo(1);
        assertThat(look.look()).isEqualTo(1);
        files.write(plan, "run_id: x\n");
        assertThat(look.look()).as("it is there").isEqualTo(2);
        assertThat(look.look()).isEqualTo(2);
        files.write(plan, "run_id: x\njournal:\n");
        assertThat(look.look()).as("it has grown").isEqualTo(3);
        try (WorkspaceLock _ = WorkspaceLock.acquire(workspace)) {
            assertThat(look.look()).as("somebody is at it").isEqualTo(4);
            assertThat(look.look()).isEqualTo(4);
        }
        assertThat(look.look()).as("nobody is").isEqualTo(5);
    }
}
