package io.github.parallelvalidation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RecentMemoryTest {
    private final AtomicLong looks = new AtomicLong();
    private final RecentMemory memory = new RecentMemory(looks::incrementAndGet);

    @Test
    void aThousandQuestionsAreFewLooks() {
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            memory.availableMb();
        }
        long moments = 1 + (System.nanoTime() - start) / 100_000_000;

        assertThat(looks.get()).isBetween(1L, moments);
    }

    @Test
    void afterAMomentItIsLookedAtAnew() {
        long first = memory.availableMb();
        long start = System.nanoTime();
        while (memory.availableMb() == first) {
            assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
            LockSupport.parkNanos(1_000_000);
        }

        assertThat(looks.get()).isEqualTo(first + 1);
    }
}
