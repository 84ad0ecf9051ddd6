package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedStrategiesTest {
    private static final StrategyId FIRST = new StrategyId("STR-201");
    private static final StrategyId SECOND = new StrategyId("STR-202");

    @TempDir
    private Path root;

    @Test
    void aStrategyIsMovedUnlessARunIsOn() throws IOException {
        Path queue = Files.createDirectories(root.resolve(".crypto/pipeline")).resolve("queue.yaml");
        String before = "queue:\n  - id: STR-201\n    priority: 1\n  - id: STR-202\n    priority: 2\n";
        Files.writeString(queue, before);
        Validation validation = TestWorkspace.validation();
        Workspace workspace = new Workspace(root);

        try (WorkspaceLock _ = RunLock.acquire(workspace)) {
            assertThatThrownBy(() -> validation.move(workspace, Set.of(SECOND), Optional.of(FIRST)))
                    .isInstanceOf(LockedException.class);
        }
        assertThat(queue).hasContent(before);

        assertThat(validation.move(workspace, Set.of(SECOND), Optional.of(FIRST)))
                .isEqualTo(1);
        assertThat(queue).hasContent(before.replace("priority: 2", "priority: 0"));
    }
}
