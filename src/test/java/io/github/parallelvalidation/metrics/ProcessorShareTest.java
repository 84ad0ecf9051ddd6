package io.github.parallelvalidation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.worker.Attempt;
import io.github.parallelvalidation.worker.AttemptOutcome;
import io.github.parallelvalidation.worker.Evidence;
import io.github.parallelvalidation.worker.WorkerTask;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorShareTest {
    /// Processor time that is this share of the whole machine.
    private static Attempt attempt(String id, double seconds, double percent) {
        double cpu = percent / 100 * seconds * Runtime.getRuntime().availableProcessors();
        return new Attempt(
                new WorkerTask(
                        new Workspace(Path.of("")),
                        new StrategyId(id),
                        Tier.L0,
                        "2026-11-22-143000",
                        "WORKER-1",
                        1,
                        Path.of(""),
                        Duration.ofSeconds(1)),
                new AttemptOutcome.TimedOut(1),
                seconds,
                new Evidence(null, 0, cpu, List.of(), ""));
    }

    @Test
    void workersAboveTheirShareAreNamedTheLargestFirst() {
        List<Attempt> attempts =
                List.of(attempt("STR-101", 10, 31), attempt("STR-102", 10, 29), attempt("STR-103", 20, 64));
        assertThat(ProcessorShare.alert(attempts, 30))
                .contains("2 workers used more of the machine's processors than the 30 % of cpu_percent_per_worker:"
                        + " STR-103 64 %, STR-101 31 %");
        assertThat(ProcessorShare.largest(attempts)).isBetween(63.9, 64.1);
    }

    @Test
    void aShortWorkerIsAllStartUpAndNotWorthASentence() {
        assertThat(ProcessorShare.alert(List.of(attempt("STR-101", 1.9, 100)), 30))
                .isEmpty();
        assertThat(ProcessorShare.alert(List.of(attempt("STR-101", 10, 30)), 30))
                .isEmpty();
    }
}
