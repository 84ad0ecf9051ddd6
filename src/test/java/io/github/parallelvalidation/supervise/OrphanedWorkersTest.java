package io.github.parallelvalidation.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.process.ProcessMarks;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class OrphanedWorkersTest {

    @Test
    void aWorkerOfAKilledRunIsFoundByItsMarkAndEnded() throws IOException, InterruptedException {
        String id = "WORKER-" + UUID.randomUUID();
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; while :; do sleep 300; done");
        builder.environment().put("PV_WORKER_ID", id);
        Process stray = builder.start();
        assertThat(OrphanedWorkers.end(List.of("WORKER-" + UUID.randomUUID(), id)))
                .isPositive();
        assertThat(stray.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessMarks.find("PV_WORKER_ID", id).stream()
                        .filter(process -> !ProcessMarks.isZombie(process.pid())))
                .isEmpty();
    }
}
