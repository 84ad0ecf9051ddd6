package io.github.parallelvalidation.supervise;

import static io.github.parallelvalidation.supervise.ShellWorker.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.supervise.AttemptOutcome.Cancelled;
import io.github.parallelvalidation.supervise.AttemptOutcome.Completed;
import io.github.parallelvalidation.supervise.AttemptOutcome.Crashed;
import io.github.parallelvalidation.supervise.AttemptOutcome.MemoryExceeded;
import io.github.parallelvalidation.supervise.AttemptOutcome.TimedOut;
import io.github.parallelvalidation.worker.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workers that do not want to end, and what they leave behind. Real processes.
@NullUnmarked // JUnit fills the fields
@DisabledOnOs(OS.WINDOWS)
class ProcessLifeTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    private Path root;

    @AfterEach
    void nothingIsLeft() {
        assertThat(new ShellWorker(root).left()).isEmpty();
    }

    private ShellWorker impatient() {
        return new ShellWorker(root, SOON, 4000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sleep 300 &",
                "(sleep 300 &)",
                "setsid sleep 300 > /dev/null 2>&1 &",
                "(setsid sh -c 'sleep 300 & exec sleep 300' > /dev/null 2>&1 < /dev/null &)",
                "(setsid setsid sh -c '(sleep 300 &) ; sleep 300' &)",
            })
    void whatAWorkerLeavesRunningIsEndedHoweverItSlippedAway(String fork) {
        Attempt attempt = new ShellWorker(root).run(fork, PASS);
        assertThat(attempt.outcome()).isInstanceOf(Completed.class);
        assertThat(attempt.seconds()).isLessThan(10);
    }

    @Test
    void aWorkerThatIgnoresTheQuestionIsEndedByForceAfterFiveSeconds() {
        Attempt attempt = impatient().run("trap '' TERM INT HUP", "while :; do sleep 300; done");
        assertThat(attempt.outcome()).isEqualTo(new TimedOut(2));
        assertThat(attempt.evidence().exit()).isEqualTo(new WorkerExit(128 + 9));
        assertThat(attempt.seconds()).isBetween(5.0, 20.0);
    }

    @Test
    void aWorkerThatStoppedItselfIsEndedToo() {
        Attempt attempt = impatient().run("kill -s STOP $$", PASS);
        assertThat(attempt.outcome()).isEqualTo(new TimedOut(2));
        assertThat(attempt.evidence().exit()).isEqualTo(new WorkerExit(128 + 9));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWorkerThatStoppedItselfComputesNothingUntilItIsEnded() {
        Attempt attempt = impatient()
                .run(
                        "now() { read up _ < /proc/uptime; now=${up%.*}${up#*.}; }",
                        "now; end=$((now + 120)); while [ $now -lt $end ]; do now; done", "kill -s STOP $$");
        assertThat(attempt.outcome()).isEqualTo(new TimedOut(2));
        assertThat(attempt.seconds()).isGreaterThan(5);
        assertThat(attempt.evidence().cpuSeconds()).isBetween(0.1, 2.0);
    }

    @Test
    void aDescendantThatIgnoresTheQuestionEndsToo() {
        Attempt attempt = new ShellWorker(root)
                .run("(setsid sh -c \"trap '' TERM; sleep 300; sleep 300\" > /dev/null 2>&1 &)", PASS);
        assertThat(attempt.outcome()).isInstanceOf(Completed.class);
    }

    @Test
    void aTreeThatGrowsIsEndedWhole() {
        // Each starts three more, three generations long, all in sessions of their own and deaf.
        String body = "trap '' TERM; d=$1; [ $d -eq 0 ] || for i in 1 2 3; do"
                + " (setsid sh -c \"$BODY\" grow $((d - 1)) &); done; while :; do sleep 300; done";
        Attempt attempt = new ShellWorker(root, Duration.ofSeconds(2), 4000)
                .run(
                        "export BODY=\"" + body.replace("\"", "\\\"").replace("$", "\\$") + "\"",
                        "sh -c \"$BODY\" grow 3");
        assertThat(attempt.outcome()).isEqualTo(new TimedOut(2));
    }

    @Test
    void cancellingEndsAStubbornWorkerWithinFiveSeconds() throws Exception {
        StopSignal stop = new StopSignal();
        ShellWorker worker = new ShellWorker(root);
        ShellWorker.Listener listener = new ShellWorker.Listener();
        CompletableFuture<Attempt> attempt = CompletableFuture.supplyAsync(() -> worker.run(
                worker.task(),
                listener,
                stop,
                "trap '' TERM",
                "echo progress 0.5 deaf",
                "while :; do sleep 300; done"));
        TestWorkspace.until("it runs", () -> listener.stage.equals("deaf"));
        long before = System.nanoTime();
        stop.raise();
        assertThat(attempt.get(20, TimeUnit.SECONDS).outcome()).isEqualTo(new Cancelled());
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theMemoryOfTheWholeTreeCountsAlsoOfThoseThatSlippedAway() {
        ShellWorker small = new ShellWorker(root, Duration.ofSeconds(30), 64);
        Attempt attempt = small.run(
                "(setsid sh -c '{ head -c 150000000 /dev/zero; sleep 300; } | tail -n 1' > /dev/null 2>&1 &)",
                "sleep 300");
        assertThat(attempt.outcome()).isInstanceOf(MemoryExceeded.class);
        assertThat(attempt.peakMemoryMb()).isBetween(65L, 400L);
    }

    /// HUP, INT and QUIT are left out: who starts a build in the background has them ignored by all that it starts.
    @ParameterizedTest
    @ValueSource(strings = {"ILL", "ABRT", "FPE", "KILL", "SEGV", "PIPE", "ALRM", "TERM"})
    void aSignalThatEndsAWorkerIsNamed(String signal) {
        Attempt attempt = new ShellWorker(root).run("ulimit -c 0", "echo computing", "kill -s " + signal + " $$");
        assertThat(attempt.outcome())
                .isEqualTo(new Crashed(
                        "the worker ended without results (ended by SIG" + signal + "); it last said: computing"));
        assertThat(FailureClasses.of(List.of(attempt), 0)).contains(FailureClass.KILLED_BY_SIGNAL);
        assertThat(attempt.evidence().lastLines()).containsExactly("computing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec > /dev/null 2>&1",
                "exec 1>&- 2>&- 0<&-",
                "yes 'a line of a flood' | head -c 30000000",
                "head -c 3000000 /dev/zero",
                "yes 'progress 0.5 flooding' | head -c 10000000",
                "printf 'no newline'",
            })
    void whateverItPrintsTheResultCountsAndTheLogIsCapped(String print) throws IOException {
        ShellWorker worker = new ShellWorker(root);
        WorkerTask task = worker.task();
        Attempt attempt = worker.run(task, new ShellWorker.Listener(), new StopSignal(), print, PASS);
        assertThat(attempt.outcome()).isInstanceOf(Completed.class);
        assertThat(Files.size(new ResultFiles(task.outputFolder(), task.tier()).log()))
                .isLessThan(WorkerLog.LIMIT + 200L);
        assertThat(attempt.evidence().lastLines()).hasSizeLessThanOrEqualTo(LastLines.MOST);
        assertThat(attempt.evidence().lastLines()).allMatch(line -> line.length() <= LastLines.LONGEST + 1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void twoHundredAttemptsLeaveNoFileOpenAndNoThread() throws IOException {
        ShellWorker worker = new ShellWorker(root);
        String[] leaky = {"sleep 300 &", "echo said", PASS};
        for (int i = 0; i < 10; i++) {
            worker.run(leaky);
        }
        long before = openFiles();
        for (int i = 0; i < 200; i++) {
            assertThat(worker.run(leaky).outcome()).isInstanceOf(Completed.class);
        }
        assertThat(openFiles()).isLessThanOrEqualTo(before + 3);
        assertThat(LeftBehind.threads(root)).contains("main").doesNotContain("output of WORKER");
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
