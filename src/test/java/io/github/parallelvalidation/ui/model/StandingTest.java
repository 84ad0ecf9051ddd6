package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
    private final FakeValidation validation = new FakeValidation();

    @Test
    void theDotIsGreenOnlyWhereARunCouldStart() {
        assertThat(standing(Activity.IDLE)).isEqualTo(new Standing("ready", Role.SUCCESS));

        validation.interrupted = Optional.of(Samples.interrupted());
        assertThat(standing(Activity.IDLE).role()).isEqualTo(Role.WARNING);
        validation.lockHolder = Optional.of("pid 7 on elsewhere since 2026-11-22T14:29:00Z");
        assertThat(standing(Activity.IDLE)).isEqualTo(new Standing("locked", Role.WARNING));
        validation.errors = List.of(Problem.of(Path.of("queue.yaml"), "not a queue"));
        assertThat(standing(Activity.IDLE).role()).isEqualTo(Role.DANGER);
        assertThat(standing(Activity.RUNNING).role()).isEqualTo(Role.ACCENT);
        assertThat(Standing.of(Activity.IDLE, Optional.empty()).role()).isEqualTo(Role.MUTED);
    }

    private Standing standing(Activity activity) {
        WorkspaceView view = validation.view(new Workspace(Path.of("workspace")));
        return Standing.of(activity, Optional.of(view));
    }
}
