package io.github.parallelvalidation.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.process.ProcessMarks;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OrphanedWorkersTest {
    private static final String RUN = "2026-11-22-143000";

    @TempDir
    private Path root;

    @Test
    void aWorkerOfAKilledRunIsFoundByItsRun() throws IOException, InterruptedException {
        assertEnded(Map.of("PV_RUN_ID", RUN, "PV_WORKSPACE", root.toString()), List.of());
    }

    @Test
    void aWorkerOfAKilledRunIsFoundByItsIdWhereTheWorkspaceLiesElsewhereNow() throws IOException, InterruptedException {
        String id = "WORKER-" + UUID.randomUUID();
        assertEnded(Map.of("PV_WORKER_ID", id), List.of("WORKER-" + UUID.randomUUID(), id));
    }

    @Test
    void aWorkerOfAnotherRunGoesOn() throws IOException {
        Process other = stray(Map.of("PV_RUN_ID", "2026-11-22-143001", "PV_WORKSPACE", root.toString()));
        try {
            assertThat(OrphanedWorkers.end(new Workspace(root), RUN, List.of())).isZero();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    private void assertEnded(Map<String, String> environment, List<String> open)
            throws IOException, InterruptedException {
        Process stray = stray(environment);

        assertThat(OrphanedWorkers.end(new Workspace(root), RUN, open)).isPositive();

        assertThat(stray.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessMarks.find(environment).stream().filter(process -> !ProcessMarks.isZombie(process.pid())))
                .isEmpty();
    }

    private static Process stray(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; while :; do sleep 300; done");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
