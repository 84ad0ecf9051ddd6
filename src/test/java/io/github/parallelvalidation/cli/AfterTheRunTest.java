package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static io.github.parallelvalidation.TestWorkspace.TOO_FEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.schema.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a run, and a decision about it, leaves for those who come after it.
@NullUnmarked // JUnit fills the fields
class AfterTheRunTest {
    private static final String BOOTSTRAP = ".crypto/BOOTSTRAP.md";
    private static final String AUTO_RETRY = ".crypto/pipeline/auto-retry-queue.yaml";
    private static final String METRICS = ".crypto/live-monitoring/parallel-validation-metrics.yaml";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        int status = new Cli(TestWorkspace.validation(), TestTerminal.of(out, err), _ -> 0).run(arguments);
        SchemaCheck.printed(out.toString(StandardCharsets.UTF_8), arguments);
        return status;
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void threeTimeOutsThatAllRecoverAreAnAlertAndNoQuestion() {
        TestWorkspace workspace = TestWorkspace.in(folder, TestWorkspace.BRIEF, "polling_interval_seconds: 0.1");
        for (int i = 1; i <= 3; i++) {
            workspace.strategy("STR-10" + i, "[1] await never", "[2] " + PASS);
        }
        assertThat(run("validate", workspace.root())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("timed out").doesNotContain("A decision is waiting");
        assertThat(run("decide", workspace.root(), "--with", "continue")).isEqualTo(2);
    }

    @Test
    void aTimeOutThatCountsAsFixableIsHandedOnWithALongerLimit() {
        TestWorkspace workspace = TestWorkspace.in(folder, TestWorkspace.BRIEF, "polling_interval_seconds: 0.1")
                .strategy("STR-101", "await never")
                .strategy("STR-102", PASS);
        workspace.write(".crypto/config/fixable-errors.yaml", "fixable_errors: {timeout: true}\n");
        assertThat(run("validate", workspace.root())).isEqualTo(3);
        assertThat(workspace.queue()).contains("status: FIXABLE_FAILURE", "failure_reason: timeout");
        assertThat(workspace.read(AUTO_RETRY))
                .contains("STR-101", "reason: timeout")
                // Twice what it took, which is the limit and what the machine needed to end it.
                .containsPattern("validate --tier L0 --strategy STR-101 --timeout (8|9|1[0-9])\\b");
    }

    @Test
    void aTimeOutOfWhichNothingIsSaidIsOne() {
        TestWorkspace workspace = TestWorkspace.in(folder, TestWorkspace.BRIEF, "polling_interval_seconds: 0.1")
                .strategy("STR-101", "await never")
                .strategy("STR-102", PASS);
        assertThat(run("validate", workspace.root())).isEqualTo(3);
        assertThat(workspace.queue()).contains("status: FAILED_TIMEOUT");
        assertThat(workspace.workspace().autoRetryQueue()).doesNotExist();
    }

    @Test
    void aRelaxedPassLeavesTheAutoRetryQueueAndTheOthersStayAsTheyWere() {
        TestWorkspace workspace = TestWorkspace.in(folder)
                .strategy("STR-101", TOO_FEW)
                .strategy("STR-102", TOO_FEW.replace(": 8", ": 2"))
                .strategy("STR-103", FAIL);
        assertThat(run("validate", workspace.root())).isEqualTo(4);
        String before = workspace.read(AUTO_RETRY);
        assertThat(before).contains("STR-101", "STR-102");
        assertThat(run("decide", workspace.root(), "--with", "relax", "--relax", "signal_frequency=7"))
                .isEqualTo(1);
        assertThat(workspace.queue()).contains("relaxed_gates");
        assertThat(workspace.read(AUTO_RETRY)).doesNotContain("STR-101").contains("STR-102");
        assertThat(before).endsWith(after(workspace.read(AUTO_RETRY)));
    }

    @Test
    void anEntryThatWaitsAgainIsNotRelaxedByWhatWasFoundBefore() {
        TestWorkspace workspace =
                TestWorkspace.in(folder).strategy("STR-101", TOO_FEW).strategy("STR-102", TOO_FEW);
        assertThat(run("validate", workspace.root())).isEqualTo(4);
        String queue = workspace.queue();
        int entry = queue.indexOf("STR-101");
        String waits = queue.substring(0, entry) + queue.substring(entry).replaceFirst("FIXABLE_FAILURE", "PENDING");
        workspace.write(".crypto/pipeline/queue.yaml", waits);

        run("decide", workspace.root(), "--with", "relax", "--relax", "signal_frequency=7");

        assertThat(workspace.queue().substring(0, workspace.queue().indexOf("STR-102")))
                .contains("status: PENDING")
                .doesNotContain("signal_frequency=7");
        assertThat(workspace.queue()).contains("status: L0_PASSED", "relaxed_gates: \"signal_frequency=7\"");
        assertThat(out() + err.toString(StandardCharsets.UTF_8))
                .contains("STR-101 was changed since this run judged it")
                .contains("1 of 2 passed L0, 1 of them under relaxed thresholds");
    }

    @Test
    void rulesThatWereNeverRunAreNotRelaxed() {
        TestWorkspace workspace = TestWorkspace.quickSample(folder);
        String rules = ".crypto/knowledge/strategies/STR-202-donchian-breakout/parameters.yaml";
        run("validate", workspace.root());
        assertThat(workspace.queue()).containsPattern("STR-202\\s+name: Donchian breakout\\s+status: L0_FAILED");
        workspace.write(rules, workspace.read(rules).replaceFirst("entry_bars: \\d+", "entry_bars: 55"));

        run("decide", workspace.root(), "--with", "relax", "--relax", "ic=-0.5");

        assertThat(workspace.queue())
                .containsPattern("STR-202\\s+name: Donchian breakout\\s+status: L0_FAILED")
                .contains("ic=-0.5");
        assertThat(out() + err.toString(StandardCharsets.UTF_8))
                .contains("STR-202 was changed since this run judged it");
    }

    private static String after(String queue) {
        return queue.substring(queue.indexOf("STR-102"));
    }

    @Test
    void aQuestionStaysInBootstrapUntilItIsAnswered() {
        TestWorkspace workspace =
                TestWorkspace.in(folder).strategy("STR-101", FAIL).strategy("STR-102", FAIL);
        assertThat(run("validate", workspace.root())).isEqualTo(4);
        String asks = lastRun(workspace);
        workspace.strategy("STR-103", PASS).strategy("STR-104", PASS);
        assertThat(run("validate", workspace.root())).isZero();
        String newest = lastRun(workspace);
        assertThat(newest).isNotEqualTo(asks);
        assertThat(workspace.read(BOOTSTRAP))
                .contains("A decision is waiting on run " + asks + ": 2 of 2 did not pass L0")
                .contains("Last run " + newest + ": 2 of 2 passed");
        assertThat(run("decide", workspace.root(), "--with", "continue")).isEqualTo(1);
        assertThat(workspace.read(BOOTSTRAP))
                .doesNotContain("A decision is waiting")
                .contains("Last run " + newest + ": 2 of 2 passed");
    }

    private static String lastRun(TestWorkspace workspace) {
        return TestWorkspace.validation()
                .view(workspace.workspace())
                .lastRun()
                .orElseThrow()
                .plan()
                .runId();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoIsNotifiedLearnsThatADecisionWaits() {
        String notify = "notify: {command: [sh, -c, 'printf \"%s\\n\" \"$1\" >> told', sh, '{message}']}";
        TestWorkspace workspace =
                TestWorkspace.in(folder, notify).strategy("STR-101", FAIL).strategy("STR-102", FAIL);
        assertThat(run("validate", workspace.root(), "--on-escalation", "continue"))
                .isEqualTo(1);
        assertThat(workspace.read("told")).contains("0 of 2 passed").doesNotContain("A decision waits");
        workspace.strategy("STR-103", FAIL).strategy("STR-104", FAIL);
        assertThat(run("validate", workspace.root())).isEqualTo(4);
        assertThat(workspace.read("told")).contains("A decision waits: continue, retry, relax or meeting.");
    }

    @Test
    void aRunSaysWhatItsSettingsDoNotKnowOrContradict() {
        TestWorkspace workspace = TestWorkspace.in(
                        folder, "max_worker: 2", "polling_interval_seconds: 700", "max_workers: 1")
                .strategy("STR-101", PASS)
                .strategy("STR-102", PASS);
        assertThat(run("validate", workspace.root(), "--workers", "3", "--json"))
                .isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("the key 'max_worker' is not known and has no effect; did you mean 'max_workers'?")
                .contains("polling_interval_seconds 700 is longer than the 600 s that a worker has at L0")
                .contains("--workers 3 is more than max_workers 1 of the settings: at most 1 run at once");
        assertThat(out()).contains("\"workers\" : 1");
    }

    @Test
    void theTimesOfEachWorkerAreToldUnlessNobodyWantsThem() {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", "[1] halt 3", "[2] " + PASS);
        assertThat(run("validate", workspace.root())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsPattern("attempt 1: [0-9.]+ s.*\\n *attempt 2: [0-9.]+ s");
        assertThat(workspace.read(METRICS)).contains("average_worker_time_seconds", "peak_worker_memory_mb");

        TestWorkspace quiet = TestWorkspace.in(
                        folder.resolve("quiet"), "log_worker_times: false", "track_worker_performance: false")
                .strategy("STR-101", PASS);
        assertThat(run("validate", quiet.root())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("STR-101").doesNotContain("worker 1");
        assertThat(quiet.read(METRICS)).doesNotContain("worker_time_seconds").doesNotContain("peak");
    }

    @Test
    void pollingGivesUpBeforeTheTimeLimitWhereTheSettingsCountItsLooks() {
        TestWorkspace workspace = TestWorkspace.in(folder, "polling_interval_seconds: 2", "max_polling_attempts: 2")
                .strategy("STR-101", "await never")
                .strategy("STR-102", PASS);
        assertThat(run("validate", workspace.root())).isEqualTo(3);
        assertThat(workspace.queue()).contains("FAILED_TIMEOUT");
        assertThat(out()).contains("no result after 4 s, 2 attempts");
    }

    @Test
    void aCancelledRunIsMarkedInTheHistory() throws Exception {
        TestWorkspace workspace =
                TestWorkspace.in(folder).strategy("STR-101", PASS).strategy("STR-102", "await never");
        Validation.Run run = TestWorkspace.validation().start(workspace.workspace(), RunRequest.of(Tier.L0));
        CompletableFuture<?> ended = CompletableFuture.supplyAsync(run::execute);
        TestWorkspace.until(
                "one is done", () -> run.board().snapshot().finished().size() == 1);
        run.cancel();
        ended.get();
        assertThat(workspace.read(METRICS)).contains("cancelled: true");
        assertThat(run("history", workspace.root())).isZero();
        assertThat(out()).contains("1 of  1 passed").contains("cancelled");
        assertThat(run("history", workspace.root(), "--csv")).isZero();
        assertThat(out().lines().toList()).satisfies(lines -> {
            assertThat(lines.getFirst()).endsWith("alerts,cancelled");
            assertThat(lines.getLast()).endsWith(",true");
        });
    }

    @Test
    void aRunThatEndsByItselfIsNotMarked() {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", PASS);
        assertThat(run("validate", workspace.root())).isZero();
        assertThat(workspace.read(METRICS)).doesNotContain("cancelled");
    }
}
