package io.github.parallelvalidation.supervise;

import static io.github.parallelvalidation.supervise.ShellWorker.FLAG;
import static io.github.parallelvalidation.supervise.ShellWorker.PASS;
import static io.github.parallelvalidation.supervise.ShellWorker.RESULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.supervise.AttemptOutcome.Completed;
import io.github.parallelvalidation.supervise.AttemptOutcome.Crashed;
import io.github.parallelvalidation.supervise.AttemptOutcome.Reported;
import io.github.parallelvalidation.supervise.AttemptOutcome.TimedOut;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Results that must not be believed, left by real processes.
@NullUnmarked // JUnit fills the fields
@DisabledOnOs(OS.WINDOWS)
class MalformedResultTest {
    @TempDir
    private Path root;

    private Crashed crash(String... script) {
        Attempt attempt = new ShellWorker(root).run(script);
        assertThat(attempt.outcome()).isInstanceOf(Crashed.class);
        Crashed crash = (Crashed) attempt.outcome();
        assertThat(FailureClasses.of(List.of(attempt), 0))
                .contains(crash.malformed() ? FailureClass.MALFORMED_RESULT : FailureClass.NO_RESULT);
        return crash;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        metrics: {ic: [          | not valid YAML
        metrics: {ic: much}      | ic must be a number
        metrics: {ic: .nan}      | ic must be a number
        metrics: {ic: .inf}      | ic must be a number
        metrics: {ic: [1]}       | ic must be a number, found a list
        metrics: {ic: 2}         | ic must be a number from -1 to 1
        metrics: {hit_rate: 0.5} | the metric 'ic' is missing
        metrics: [1, 2]          | metrics must be a mapping
        nothing: here            | neither metrics nor an error
        - a list                 | the results must be a mapping
        """)
    void resultsThatAreNoneAreMalformed(String results, String why) {
        Crashed crash = crash("cat > L0_results.yaml <<'EOF'\n" + results + "\nEOF", FLAG);
        assertThat(crash.malformed()).isTrue();
        assertThat(crash.message()).contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        status: COMPL                                  | status must be COMPLETED or ERROR
        status: ERROR                                  | the results hold metrics and no error
        {status: COMPLETED, results_sha256: 1234}      | the checksum does not match
        {status: COMPLETED, run_id: 2026-11-22-14      | not valid YAML
        {status: COMPLETED, run_id: 2025-01-01-000000} | these are not its results
        {status: COMPLETED, worker_id: WORKER-1}       | these are not its results
        {status: COMPLETED, attempt: 7}                | these are not its results
        """)
    void aFlagThatLiesIsMalformed(String flag, String why) {
        Crashed crash = crash(RESULTS, "cat > L0_complete.yaml <<'EOF'\n" + flag + "\nEOF");
        assertThat(crash.malformed()).isTrue();
        assertThat(crash.message()).contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        world,ic                               | L0_placebo.csv:2:1: the column 'signal_frequency' is missing
        1,2,3                                  | L0_placebo.csv:1:1: must begin with the line world,signal_frequency
        world,signal_frequency,hit_rate,ic,    | L0_placebo.csv:2:1:
        """)
    void worldsThatAreNoneMakeTheResultsMalformed(String header, String why) {
        Crashed crash = crash("printf '" + header + "\\n1,84,0.5,much\\n' > L0_placebo.csv", RESULTS, FLAG);
        assertThat(crash.malformed()).isTrue();
        assertThat(crash.message()).contains(why);
    }

    @Test
    void resultsOfAnotherStrategyOrTierAreNotTaken() {
        assertThat(crash("echo '{strategy_id: STR-999, metrics: {ic: 0.1}}' > L0_results.yaml", FLAG)
                        .message())
                .contains("strategy_id is 'STR-999'");
        assertThat(crash("echo '{tier: L1, metrics: {ic: 0.1}}' > L0_results.yaml", FLAG)
                        .message())
                .contains("tier is 'L1'");
    }

    @Test
    void anEmptyFlagIsMalformed() {
        assertThat(crash(RESULTS, ": > L0_complete.yaml").malformed()).isTrue();
    }

    @Test
    void aFlagWithoutResultsIsMalformed() {
        Crashed crash = crash(FLAG);
        assertThat(crash.malformed()).isTrue();
        assertThat(crash.message()).contains("L0_results.yaml", "is not there");
    }

    @Test
    void resultsWithoutAFlagDoNotCount() {
        Crashed crash = crash(RESULTS, "exit 7");
        assertThat(crash.malformed()).isFalse();
        assertThat(crash.message()).contains("exit status 7");
    }

    @Test
    void resultsThatAreWrittenAfterTheFlagAreNotWhole() {
        Crashed crash = crash("touch -d '1 minute ago' before", PASS, "touch -d '1 minute' L0_results.yaml");
        assertThat(crash.malformed()).isTrue();
        assertThat(crash.message()).contains("the flag must come last");
    }

    @Test
    void aFlagThatIsOlderThanItsWorkerIsNotItsOwn() {
        Crashed crash = crash(PASS, "touch -d '10 seconds ago' L0_results.yaml L0_complete.yaml");
        assertThat(crash.malformed()).isTrue();
        assertThat(crash.message()).contains("before this worker was started");
    }

    @Test
    void aFlagWhoseTimeIsKeptInWholeSecondsCounts() {
        Attempt attempt = new ShellWorker(root)
                .run(PASS, "now=$(date '+%Y-%m-%d %H:%M:%S')", "touch -d \"$now\" L0_results.yaml L0_complete.yaml");
        assertThat(attempt.outcome()).isInstanceOf(Completed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mkfifo L0_results.yaml",
                "mkdir L0_results.yaml",
                "ln -s /etc/hostname L0_results.yaml",
                "ln -s nowhere L0_results.yaml",
            })
    void onlyAPlainFileIsRead(String instead) {
        Crashed crash = crash(instead, FLAG);
        assertThat(crash.malformed()).isTrue();
        assertThat(crash.message()).contains("is not a plain file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mkfifo L0_complete.yaml", "mkdir L0_complete.yaml", "ln -s L0_results.yaml L0_complete.yaml"})
    void onlyAPlainFileIsAFlag(String instead) {
        assertThat(crash(RESULTS, instead).message()).contains("is not a plain file");
    }

    @Test
    void aHugeFileIsNotReadIntoMemory() {
        Crashed crash = crash("truncate -s 1G L0_results.yaml", FLAG);
        assertThat(crash.malformed()).isTrue();
        assertThat(crash.message()).contains("larger than 16 MiB");
    }

    @Test
    void metricsThatAreASeriesAreRefused() {
        Crashed crash =
                crash("{ echo 'metrics:'; echo '  ic: 0.1'; seq 3000 | sed 's/.*/  m&: 1/'; } > L0_results.yaml", FLAG);
        assertThat(crash.message()).contains("more than 2000 values");
    }

    @Test
    void whatLiesWhereFilesAreToBeIsMovedAwayAndNothingIsWrittenThroughALink() throws Exception {
        Path outside = Files.writeString(root.resolve("outside"), "precious");
        ShellWorker worker = new ShellWorker(root);
        worker.run(
                "rm -f L0_worker.log",
                "ln -s '" + outside + "' L0_worker.log",
                "ln -s '" + outside + "' L0_results.yaml",
                "mkdir L0_complete.yaml");
        assertThat(worker.run("echo said something", PASS).outcome()).isInstanceOf(Completed.class);
        assertThat(outside).hasContent("precious");
        try (Stream<Path> archived = Files.list(worker.task().outputFolder().resolve("archive"))) {
            assertThat(archived).hasSize(3);
        }
    }

    @Test
    void resultsOutsideOfTheWorkspaceAreNotReadThroughALinkInTheFoldersPlace() throws Exception {
        Path outside = Files.createDirectory(root.resolve("outside"));
        Attempt attempt = new ShellWorker(root.resolve("workspace"))
                .run(
                        "cd .. && rm -r backtest-results",
                        "ln -s '" + outside + "' backtest-results",
                        "cd '" + outside + "'",
                        PASS);
        assertThat(outside.resolve("L0_complete.yaml")).exists();
        assertThat(attempt.outcome()).isInstanceOfSatisfying(Crashed.class, crash -> {
            assertThat(crash.malformed()).isTrue();
            assertThat(crash.message()).contains("backtest-results: leads out of the workspace");
        });
    }

    @Test
    void aFileWhereTheOutputFolderIsToBeIsNamedAndNoFurtherAttemptIsMade() {
        ShellWorker worker = new ShellWorker(root);
        worker.run("cd ..", "rm -r backtest-results", "echo mine > backtest-results");
        assertThat(worker.run(PASS).outcome())
                .isInstanceOfSatisfying(
                        Reported.class,
                        reported -> assertThat(reported.message())
                                .contains("cannot be written in: ", "backtest-results is no folder"));
    }

    @Test
    void resultsThatComeWhileItRunsOnAreTakenAtTheNextLook() {
        Attempt attempt = new ShellWorker(root).run(PASS, "sleep 300");
        assertThat(attempt.outcome()).isInstanceOf(Completed.class);
        assertThat(attempt.seconds()).isLessThan(15);
    }

    @Test
    void aFlagBeforeTheResultsIsNotYetBelieved() {
        Attempt attempt = new ShellWorker(root)
                .run(FLAG, "sleep 0.5", "echo 'metrics: {ic:' > L0_results.yaml", "sleep 0.5", PASS, "sleep 300");
        assertThat(attempt.outcome()).isInstanceOf(Completed.class);
        assertThat(attempt.seconds()).isGreaterThan(1);
    }

    @Test
    void noFlagUntilTheTimeIsUpIsATimeOut() {
        Attempt attempt = new ShellWorker(root, Duration.ofMillis(600), 4000).run(RESULTS, "sleep 300");
        assertThat(attempt.outcome()).isEqualTo(new TimedOut(0.6));
        assertThat(attempt.evidence().exit()).isEqualTo(new WorkerExit(128 + 15));
    }

    @Test
    void theCommandRunsTheSameAgainByHand() throws Exception {
        ShellWorker worker = new ShellWorker(root);
        WorkerTask task = worker.task();
        Attempt attempt = worker.run(
                task, new ShellWorker.Listener(), new StopSignal(), "echo \"it's $PV_ATTEMPT, $(pwd)\"", "exit 3");
        Process again = new ProcessBuilder("/bin/sh", "-c", attempt.evidence().command()).start();
        String said = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(again.waitFor()).isEqualTo(3);
        assertThat(said.strip()).isEqualTo("it's 1, " + task.outputFolder());
        assertThat(attempt.evidence().lastLines()).containsExactly(said.strip());
        assertThat(attempt.evidence().command())
                .contains("PV_WORKER_ID=" + task.id().workerId())
                .doesNotContain("nice");
    }

    @Test
    void aProgramThatIsNotThereIsSaidToBeSo() {
        ShellWorker worker = new ShellWorker(root);
        Supervisor supervisor = new Supervisor(
                new WorkerCommand.Custom(Trust.program(root, List.of("no-such-program")), any -> root),
                new Supervisor.Limits(Duration.ofSeconds(1), 4000, Set.of()),
                MemoryProbe.ofSystem());
        Attempt attempt = supervisor.run(worker.task(), new ShellWorker.Listener(), new StopSignal());
        assertThat(attempt.outcome())
                .isInstanceOfSatisfying(
                        Crashed.class,
                        crash -> assertThat(crash.message()).contains("could not be started", "no-such-program"));
        assertThat(attempt.evidence().exit()).isNull();
    }

    @Test
    void aWorkerStandsBackBehindTheResearchersOwnWork() {
        Attempt attempt = new ShellWorker(root).run("echo \"niceness $(nice)\"", PASS);
        assertThat(attempt.outcome()).isInstanceOf(Completed.class);
        assertThat(attempt.evidence().lastLines()).singleElement(STRING).matches("niceness 1[0-9]");
    }
}
