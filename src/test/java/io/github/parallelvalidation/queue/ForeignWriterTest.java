package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.torture.ForeignWrite;
import io.github.parallelvalidation.torture.HookedFiles;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Another program writes the queue before each single file operation of an update, one after another.
class ForeignWriterTest {
    private static final String QUEUE = "queue:\n- id: STR-201\n  status: PENDING # ours\n- id: STR-202\n";
    private static final StatusChange BEGIN =
            new StatusChange.Begin(new StrategyId("STR-201"), Status.L0_VALIDATING, null);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void anEntryThatAnotherProgramAddsAtAnyMomentIsKeptAndOursToo(ForeignWrite way) throws IOException {
        for (int number = 1; ; number++) {
            Path file = Files.writeString(folder.resolve(way + "-" + number + ".yaml"), QUEUE);
            AtomicInteger count = new AtomicInteger();
            AtomicBoolean wrote = new AtomicBoolean();
            int moment = number;
            Path hooked = HookedFiles.hooked(file, (operation, _) -> {
                if (count.incrementAndGet() == moment && way.isSeenBefore(operation)) {
                    way.add(file, "- id: STR-301\n");
                    wrote.set(true);
                }
            });
            assertThat(new QueueFile(hooked).update(List.of(BEGIN))).isEmpty();
            assertThat(Files.readString(file)).contains("status: L0_VALIDATING # ours");
            assertThat(new QueueFile(file).read().entries()).hasSize(wrote.get() ? 3 : 2);
            if (count.get() < number) {
                assertThat(number).isGreaterThan(8);
                return;
            }
        }
    }

    @Test
    void aQueueThatIsHalfWrittenIsWaitedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("queue.yaml"), "");
        AtomicInteger count = new AtomicInteger();
        Path hooked = HookedFiles.hooked(file, (_, _) -> {
            if (count.incrementAndGet() == 6) {
                Files.writeString(file, QUEUE);
            }
        });
        assertThat(new QueueFile(hooked).update(List.of(BEGIN))).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(QUEUE.replace("PENDING", "L0_VALIDATING"));
    }
}
