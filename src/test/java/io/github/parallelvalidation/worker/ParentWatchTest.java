package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

    /// Starts a [Child], says its process id and waits for ever.
    static final class Parent {
        static void main(String[] arguments) throws IOException, InterruptedException {
            Process child = start(Child.class);
            try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
                System.out.println(reader.readLine());
                new CountDownLatch(1).await();
            }
        }
    }

    /// Watches its parent and waits for ever.
    static final class Child {
        static void main(String[] arguments) throws InterruptedException {
            ParentWatch.start();
            System.out.println(ProcessHandle.current().pid());
            new CountDownLatch(1).await();
        }
    }

    @Test
    void aWorkerEndsWhenTheProcessThatStartedItIsKilled() throws Exception {
        Process parent = start(Parent.class);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(reader.readLine())).orElseThrow();
            assertThat(child.isAlive()).isTrue();
            parent.destroyForcibly();

            assertThat(child.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    private static Process start(Class<?> main) throws IOException {
        return new ProcessBuilder(Program.command(main))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
