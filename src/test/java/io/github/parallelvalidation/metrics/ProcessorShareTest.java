package io.github.parallelvalidation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Evidence;
import io.github.parallelvalidation.supervise.WorkerExit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorShareTest {
    /// @param processors how many it kept busy all the time
    private static Attempt attempt(String id, double seconds, double processors) {
        return Attempts.made(id, new AttemptOutcome.TimedOut(1), seconds, processors * seconds);
    }

    @Test
    void workersAboveTheirShareAreNamedTheLargestFirst() {
        List<Attempt> attempts =
                List.of(attempt("STR-101", 10, 2.5), attempt("STR-102", 10, 2.3), attempt("STR-103", 20, 5));
        assertThat(ProcessorShare.alert(attempts, 30, 8))
                .contains("2 workers used more of the machine's processors than the 30 % of cpu_percent_per_worker:"
                        + " STR-103 63 %, STR-101 31 %");
    }

    @Test
    void aWorkerThatKeepsItsOneProcessorBusyIsHealthyOnAnyMachine() {
        for (int processors : new int[] {1, 2, 3, 4, 64}) {
            assertThat(ProcessorShare.alert(List.of(attempt("STR-101", 60, 1.05)), 30, processors))
                    .as("%d processors", processors)
                    .isEmpty();
        }
        assertThat(ProcessorShare.alert(List.of(attempt("STR-101", 60, 1.9)), 30, 2))
                .contains("1 worker used more of the machine's processors than the 30 % of cpu_percent_per_worker:"
                        + " STR-101 95 %");
    }

    @Test
    void timeInWhichItHadNoProcessorIsNotItsOwn() {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(ProcessorShare.largest(List.of(waiting(0)))).isEqualTo(60.0 / processors);
        assertThat(ProcessorShare.largest(List.of(waiting(4)))).isEqualTo(75.0 / processors);
        assertThat(ProcessorShare.largest(List.of(waiting(30))))
                .as("what several threads waited is more than there was room for")
                .isEqualTo(100.0 / processors);
    }

    private static Attempt waiting(double seconds) {
        Attempt made = attempt("STR-101", 20, 0.6);
        return new Attempt(
                made.id(), made.outcome(), 20, new Evidence(new WorkerExit(0), 80, 12, seconds, 0, List.of(), ""));
    }

    @Test
    void aShortWorkerIsAllStartUpAndNotWorthASentence() {
        assertThat(ProcessorShare.alert(List.of(attempt("STR-101", 4.9, 2)), 30, 2))
                .isEmpty();
        assertThat(ProcessorShare.alert(List.of(attempt("STR-101", 5, 2)), 30, 2))
                .isPresent();
    }

    @Test
    void theHistoryKeepsTheLargestShareOfThisMachine() {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(ProcessorShare.largest(List.of(attempt("STR-101", 10, 0.64 * processors), attempt("STR-102", 9, 0))))
                .isBetween(63.9, 64.1);
        assertThat(ProcessorShare.largest(List.of(attempt("STR-101", 10, 0.12345 * processors))))
                .as("no digits that nobody measured")
                .isEqualTo(12.3);
    }
}
