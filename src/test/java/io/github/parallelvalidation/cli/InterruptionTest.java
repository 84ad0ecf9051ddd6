package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.PASS;
import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own, stopped politely and killed.
@NullUnmarked // JUnit fills the fields
class InterruptionTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void twoThatFinishAndTwoThatWait() {
        workspace = TestWorkspace.in(folder, "polling_interval_seconds: 0.1")
                .strategy("STR-101", PASS)
                .strategy("STR-102", PASS)
                .strategy("STR-103", "progress 0.5 ic", "await go", PASS)
                .strategy("STR-104", "progress 0.5 ic", "await go", PASS);
    }

    @AfterEach
    void endWhatWasStarted() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    private Process program(String... arguments) throws IOException {
        File log = folder.resolve("log-" + started.size() + ".txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(Program.command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().putAll(Trust.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        started.add(process);
        return process;
    }

    private int finish(Process process) throws InterruptedException {
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("the program ends").isTrue();
        return process.exitValue();
    }

    private String log(int number) throws IOException {
        return Files.readString(folder.resolve("log-" + number + ".txt"));
    }

    private void untilTwoHaveFinishedAndTwoRun() {
        until("two finished, two at work", () -> {
            String journal = journal().orElse("");
            return count(journal, "event: ended") == 2 && count(journal, "event: started") == 4;
        });
    }

    private Optional<Path> plan() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".crypto/pipeline"))) {
            return files.filter(file -> file.getFileName().toString().matches("parallel-validation-\\d.*\\.yaml"))
                    .findFirst();
        }
    }

    private Optional<String> journal() {
        try {
            Optional<Path> plan = plan();
            return plan.isPresent() ? Optional.of(Files.readString(plan.get())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void aPoliteStopKeepsWhatIsFinishedAndPutsTheRestBack() throws Exception {
        Process run = program("validate", workspace.root(), "--json");
        untilTwoHaveFinishedAndTwoRun();
        List<ProcessHandle> workers = run.descendants().toList();
        assertThat(workers).isNotEmpty();
        run.destroy();
        assertThat(finish(run)).isEqualTo(130);
        until("no worker is left", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(workspace.queue().lines().filter(line -> line.contains("status:")))
                .map(String::strip)
                .containsExactly("status: L0_PASSED", "status: L0_PASSED", "status: PENDING", "status: PENDING");
        assertThat(journal().orElseThrow()).contains("finished_at");
        assertThat(log(0)).contains("\"cancelled\" : true", "\"STR-101\"");
    }

    @Test
    void afterAKillTheNextStartRefusesAndResumeTakesUpTheRest() throws Exception {
        Process killed = program("validate", workspace.root());
        untilTwoHaveFinishedAndTwoRun();
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly();
        finish(killed);
        assertThat(workspace.queue()).contains("L0_VALIDATING");

        assertThat(finish(program("validate", workspace.root()))).isEqualTo(2);
        assertThat(log(1)).contains("--resume").contains("--discard");
        assertThat(finish(program("status", workspace.root()))).isZero();
        assertThat(log(2)).contains("was interrupted");

        workspace.write("go", "");
        assertThat(finish(program("validate", workspace.root(), "--resume", "--json")))
                .isZero();
        assertThat(log(3)).contains("\"STR-101\"", "\"STR-102\"", "\"STR-103\"", "\"STR-104\"", "ALL_PASS");
        assertThat(count(workspace.queue(), "L0_PASSED")).isEqualTo(4);
        String journal = journal().orElseThrow();
        assertThat(count(journal, "event: started, strategy_id: STR-101"))
                .as("nothing finished runs twice")
                .isEqualTo(1);
        assertThat(count(journal, "event: started, strategy_id: STR-103")).isEqualTo(2);
    }

    @Test
    void afterAKillWhatSomebodyElseJudgedMeanwhileIsLeftAndSaidSo() throws Exception {
        Process killed = program("validate", workspace.root());
        untilTwoHaveFinishedAndTwoRun();
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly();
        finish(killed);
        String queue = workspace.queue();
        int entry = queue.indexOf("STR-104");
        workspace.write(
                ".crypto/pipeline/queue.yaml",
                queue.substring(0, entry) + queue.substring(entry).replaceFirst("L0_VALIDATING", "L1_PASSED"));

        assertThat(finish(program("status", workspace.root()))).isZero();
        assertThat(log(1)).contains("STR-104 was given the status 'L1_PASSED' since; it is left so and not run");
        workspace.write("go", "");
        finish(program("validate", workspace.root(), "--resume"));

        assertThat(workspace.queue().substring(workspace.queue().indexOf("STR-104")))
                .contains("status: L1_PASSED")
                .doesNotContain("updated_at");
        assertThat(journal().orElseThrow()).containsOnlyOnce("event: started, strategy_id: STR-104");
    }

    @Test
    void afterAKillDiscardPutsTheQueueBackAndStartsAnew() throws Exception {
        String before = workspace.queue();
        Process killed = program("validate", workspace.root());
        untilTwoHaveFinishedAndTwoRun();
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly();
        finish(killed);
        TestWorkspace.validation().discard(workspace.workspace());
        // A verdict that had reached the queue before the kill stays.
        assertThat(workspace.queue().replaceAll("(STR-10[12]\n +status: )L0_PASSED\n +updated_at: .*", "$1PENDING"))
                .isEqualTo(before);
        workspace.write("go", "");
        assertThat(finish(program("validate", workspace.root()))).isZero();
    }

    @Test
    void aWorkerWhoseOrchestratorIsKilledEndsByItself() throws Exception {
        TestWorkspace sample = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample"));
        Process killed = program("validate", sample.root());
        until(
                "workers run",
                () -> killed.descendants().count() >= 2 && sample.queue().contains("L0_VALIDATING"));
        List<ProcessHandle> workers = killed.descendants().toList();
        assertThat(workers).isNotEmpty();
        killed.destroyForcibly();
        finish(killed);
        until("the workers are gone", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(sample.queue()).contains("L0_VALIDATING");
    }

    private Path lock() {
        return workspace.workspace().lock();
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(Commands.run(List.of("kill", "-" + name, String.valueOf(process.pid()))))
                .startsWith("0 ");
    }

    /// Whoever cleans the folder up takes away what no version control knows.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLockFileThatIsTakenAwayLetsNobodyInBesideTheRun() throws Exception {
        Process run = program("validate", workspace.root());
        untilTwoHaveFinishedAndTwoRun();
        signal("STOP", run);
        Files.delete(lock());
        assertThat(finish(program("validate", workspace.root()))).isEqualTo(5);
        assertThat(log(1)).contains("pid " + run.pid() + " on ", "whose lock file was removed");
        assertThat(finish(program("validate", workspace.root(), "--resume"))).isEqualTo(5);
        assertThat(finish(program("validate", workspace.root(), "--discard"))).isEqualTo(5);
        assertThat(finish(program("status", workspace.root()))).isZero();
        assertThat(log(4)).contains("locked by pid " + run.pid()).doesNotContain("was interrupted");
        assertThat(lock()).doesNotExist();

        signal("CONT", run);
        until(
                "it is locked anew",
                () -> WorkspaceLock.holder(workspace.workspace()).isPresent());
        workspace.write("go", "");
        assertThat(finish(run)).isZero();
        assertThat(log(0)).contains("the lock file was removed while the run was on; it was made and locked anew");
        assertThat(count(workspace.queue(), "L0_PASSED")).isEqualTo(4);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPlanThatIsTakenAwayWithTheLockIsWrittenAgain() throws Exception {
        Process run = program("validate", workspace.root());
        untilTwoHaveFinishedAndTwoRun();
        Files.delete(lock());
        Files.delete(plan().orElseThrow());
        until("it is there again with all that has happened", () -> {
            String journal = journal().orElse("");
            return count(journal, "event: ended") == 2 && count(journal, "event: started") == 4;
        });
        assertThat(WorkspaceLock.holder(workspace.workspace())).isPresent();
        workspace.write("go", "");
        assertThat(finish(run)).isZero();
        assertThat(count(journal().orElseThrow(), "event: ended")).isEqualTo(4);
        assertThat(journal().orElseThrow()).contains("finished_at");
        assertThat(count(workspace.queue(), "L0_PASSED")).isEqualTo(4);
    }

    /// Without plan and lock nothing shows that a run is on that was itself held up.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRunWhoseWorkspaceSomebodyElseHasLockedMeanwhileStops() throws Exception {
        Process run = program("validate", workspace.root());
        untilTwoHaveFinishedAndTwoRun();
        signal("STOP", run);
        Files.delete(lock());
        Files.delete(plan().orElseThrow());
        try (WorkspaceLock _ = WorkspaceLock.acquire(workspace.workspace())) {
            signal("CONT", run);
            assertThat(finish(run)).isEqualTo(130);
        }
        assertThat(log(0)).contains("somebody else has locked the workspace since: the run was stopped");
        assertThat(workspace.queue().lines().filter(line -> line.contains("status:")))
                .map(String::strip)
                .containsExactly("status: L0_PASSED", "status: L0_PASSED", "status: PENDING", "status: PENDING");
    }
}
