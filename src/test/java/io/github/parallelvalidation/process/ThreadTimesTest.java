package io.github.parallelvalidation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@NullUnmarked
@EnabledOnOs(OS.LINUX)
class ThreadTimesTest {
    /// Computes a little for each line, and then waits for the next.
    private static final String COMPUTING =
            "while read line; do i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done; echo done; done";

    private Process process;

    @BeforeEach
    void process() throws IOException {
        process = new ProcessBuilder("sh", "-c", COMPUTING).start();
    }

    @AfterEach
    void end() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void whoIsAskedAgainAndAgainSaysTheSameAsWhoIsAskedOnce() throws Exception {
        BufferedReader said = process.inputReader();
        Writer asked = process.outputWriter();
        try (ThreadTimes kept = new ThreadTimes(process.toHandle())) {
            long before = 0;
            for (int i = 0; i < 3; i++) {
                asked.write("go\n");
                asked.flush();
                assertThat(said.readLine()).isEqualTo("done");
                TestWorkspace.until("it waits again, and both say the same", () -> {
                    ThreadTimes once = new ThreadTimes();
                    return kept.add(process.toHandle())
                            && once.add(process.toHandle())
                            && kept.sum().equals(once.sum());
                });
                assertThat(kept.sum().cpuNanos()).isGreaterThan(before + 1_000_000);
                before = kept.sum().cpuNanos();
            }
            end();
            assertThat(kept.add(process.toHandle())).isFalse();
            assertThat(kept.sum().cpuNanos()).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void aThreadThatBeginsLaterCountsWithAllItsTime() throws Exception {
        ProcessHandle own = ProcessHandle.current();
        CountDownLatch over = new CountDownLatch(1);
        try (ThreadTimes kept = new ThreadTimes(own)) {
            assertThat(kept.add(own)).isTrue();
            long before = kept.sum().cpuNanos();
            Thread computing = Thread.ofPlatform().daemon().start(() -> {
                long until = System.nanoTime() + 100_000_000;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                over.countDown();
                await(new CountDownLatch(1));
            });
            over.await();
            TestWorkspace.until(
                    "its time is counted", () -> kept.add(own) && kept.sum().cpuNanos() - before > 30_000_000);
            computing.interrupt();
        }
    }

    @Test
    void afterItsEndNothingIsOpenedAnyMore() {
        ThreadTimes kept = new ThreadTimes(process.toHandle());
        assertThat(kept.add(process.toHandle())).isTrue();
        kept.close();
        assertThat(kept.add(process.toHandle())).isFalse();
        assertThat(kept.sum().cpuNanos()).isPositive();
    }

    private static void await(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
