package io.github.parallelvalidation.run;

import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.supervise.WarmWorkers;
import io.github.parallelvalidation.supervise.WorkerCommand;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeptWorkersTest {
    private static final WorkerCommand.BuiltIn COMMAND = new WorkerCommand.BuiltIn(Path.of("java"), "no.jar");

    @Test
    void aRunSoonAfterAnotherFindsItsWorkers() {
        KeptWorkers kept = new KeptWorkers(Duration.ofMinutes(1));
        WarmWorkers first = kept.take(COMMAND, new WarmWorkers.Kind(200, true));

        kept.giveBack(first);

        assertThat(kept.take(COMMAND, new WarmWorkers.Kind(200, true))).isSameAs(first);
        assertThat(kept.take(COMMAND, new WarmWorkers.Kind(200, true)))
                .as("they are in use")
                .isNotSameAs(first);
    }

    @Test
    void workersWithAnotherMemoryLimitAreOthers() {
        KeptWorkers kept = new KeptWorkers(Duration.ofMinutes(1));
        WarmWorkers first = kept.take(COMMAND, new WarmWorkers.Kind(200, true));

        kept.giveBack(first);

        assertThat(kept.take(COMMAND, new WarmWorkers.Kind(300, true))).isNotSameAs(first);
    }

    @Test
    void workersThatWereStartedForOtherWorkAreOthers() {
        KeptWorkers kept = new KeptWorkers(Duration.ofMinutes(1));
        WarmWorkers first = kept.take(COMMAND, new WarmWorkers.Kind(200, false));

        kept.giveBack(first);

        assertThat(kept.take(COMMAND, new WarmWorkers.Kind(200, true))).isNotSameAs(first);
    }

    @Test
    void whereNoRunComesInTimeTheyAreGone() {
        KeptWorkers kept = new KeptWorkers(Duration.ofMillis(1));
        WarmWorkers first = kept.take(COMMAND, new WarmWorkers.Kind(200, true));

        kept.giveBack(first);

        until("they are gone", () -> kept.isEmpty());
        assertThat(kept.take(COMMAND, new WarmWorkers.Kind(200, true))).isNotSameAs(first);
    }
}
