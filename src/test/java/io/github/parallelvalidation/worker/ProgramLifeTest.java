package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptListener;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.supervise.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A strategy's own program that never ends, ended with its worker.
@NullUnmarked // JUnit fills the fields
class ProgramLifeTest {
    @TempDir
    private Path root;

    private ProgramWorkspace workspace;

    @BeforeEach
    void aProgramThatHangs() throws IOException {
        workspace = new ProgramWorkspace(root).strategy(ProgramWorkspace.child("hang"));
    }

    @Test
    void theSupervisorEndsItWithTheWorker() throws Exception {
        StopSignal stop = new StopSignal();
        Supervisor supervisor = new Supervisor(
                Program.workers(), new Supervisor.Limits(Duration.ofSeconds(1), 4000, Set.of()), pids -> 1);
        CompletableFuture<Attempt> attempt =
                CompletableFuture.supplyAsync(() -> supervisor.run(workspace.task(), new Deaf(), stop));
        ProcessHandle program = program();
        stop.raise();

        assertThat(attempt.get(20, TimeUnit.SECONDS).outcome()).isInstanceOf(AttemptOutcome.Cancelled.class);
        assertEnds(program);
    }

    @Test
    void aWorkerThatIsAskedToEndEndsIt() throws Exception {
        Process worker = Parent.worker(root);
        ProcessHandle program = program();
        worker.destroy();

        assertEnds(program);
        assertThat(worker.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aWorkerWhoseParentIsKilledEndsIt() throws Exception {
        Process parent = new ProcessBuilder(Program.command(Parent.class, root.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            ProcessHandle program = program();
            parent.destroyForcibly();

            assertEnds(program);
        } finally {
            parent.destroyForcibly();
        }
    }

    private static final class Deaf implements AttemptListener {
        @Override
        public void progress(double fraction, String stage) {}

        @Override
        public void memory(long residentMb) {}
    }

    /// Starts a worker as a run does, and waits for ever.
    static final class Parent {
        static void main(String[] arguments) throws IOException, InterruptedException {
            worker(Path.of(arguments[0]));
            new CountDownLatch(1).await();
        }

        static Process worker(Path root) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(Program.command("worker", "--strategy-id", "STR-401"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("PV_WORKSPACE", root.toString());
            builder.environment().put("PV_WORKER_ID", "WORKER-1");
            builder.environment().putAll(Trust.TOLD);
            return builder.start();
        }
    }

    private ProcessHandle program() throws IOException {
        Path pid = workspace.folder().resolve("pid");
        TestWorkspace.until("the program runs", () -> Files.exists(pid));
        return ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
    }

    private static void assertEnds(ProcessHandle program) throws Exception {
        assertThat(program.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }
}
