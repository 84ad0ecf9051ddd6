package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.supervise.ShellJava;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The files of finished runs are the longest of a workspace: whoever does not ask for them does not read them.
@DisabledOnOs(OS.WINDOWS)
class ViewWithoutRunsTest {
    @TempDir
    private Path root;

    @Test
    void theFileOfTheLastRunIsReadOnlyForThoseWhoAskForIt() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(root);
        workspace.strategy("STR-001");
        workspace.write(
                ".crypto/pipeline/parallel-validation-2026-11-20-101010.yaml",
                "no plan at all\nfinished_at: 2026-11-20T10:11:10Z\n");
        Validation validation = TestWorkspace.validation(ShellJava.in(root, "true"));

        assertThat(validation.view(workspace.workspace()).errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.file().toString()).contains("2026-11-20-101010"));
        WorkspaceView brief = validation.viewWithoutRuns(workspace.workspace());
        assertThat(brief.errors()).isEmpty();
        assertThat(brief.lastRun()).isEmpty();
        assertThat(brief.queue().entries()).hasSize(1);
    }
}
