package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static io.github.parallelvalidation.TestWorkspace.TOO_FEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.schema.SchemaCheck;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole runs through the command line, with real child processes.
@NullUnmarked // maps of parsed documents
class ValidateTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = TestTerminal.of(out, err);
        int status = new Cli(TestWorkspace.validation(), terminal, workspace -> 0).run(arguments);
        SchemaCheck.printed(out.toString(StandardCharsets.UTF_8), arguments);
        return status;
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Map<String, Object> json() throws IOException {
        return JSON.std.mapFrom(out.toString(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) map.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }

    @Test
    void theSampleRunsOnRealWorkersAndSaysHowManyPassesAreLuck() throws IOException {
        TestWorkspace sample = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder);
        int status = run("validate", sample.root(), "--json");
        Map<String, Object> result = json();
        assertThat(said()).doesNotContain("mistake in the program");
        assertThat(status).isEqualTo(4);
        assertThat(result).containsEntry("outcome", "MIXED").containsEntry("workers", 4);
        assertThat(list(result, "strategies")).hasSize(10);
        assertThat(map(result, "summary"))
                .containsEntry("passed", 4)
                .containsEntry("failed", 6)
                .hasEntrySatisfying(
                        "expected_lucky_passes",
                        // The reference counts 617 passes of the ten strategies in 199 worlds.
                        luck -> assertThat((double) luck).isCloseTo(617.0 / 199, within(1e-9)));
        assertThat(sample.queue()).doesNotContain("VALIDATING").doesNotContain("PENDING");
        assertThat(sample.read(".crypto/BOOTSTRAP.md")).contains("4 of 10 passed L0");
        assertThat(run("check", sample.root())).isZero();
        assertThat(run("history", sample.root(), "--csv")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void aMixedRunLeavesAQueueAHistoryAndAnAutoRetryEntry() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder)
                .strategy("STR-101", PASS)
                .strategy("STR-102", FAIL)
                .strategy("STR-103", PASS)
                .strategy("STR-104", TOO_FEW);
        assertThat(run("validate", workspace.root(), "--json")).isEqualTo(1);
        Map<String, Object> result = json();
        assertThat(list(result, "strategies"))
                .extracting(strategy -> strategy.get("status"))
                .containsExactly("L0_PASSED", "L0_FAILED", "L0_PASSED", "FIXABLE_FAILURE");
        assertThat(map(list(result, "strategies").get(1), "failure"))
                .containsEntry("reason", "ic_below_threshold")
                .containsEntry("fixable", false)
                .containsEntry("message", "ic -0.02, needs more than 0.01");
        assertThat(result).containsEntry("escalation", null);
        assertThat(workspace.queue()).contains("FIXABLE_FAILURE", "failure_reason: signal_frequency_low");
        assertThat(workspace.read(".crypto/pipeline/auto-retry-queue.yaml"))
                .contains("STR-104")
                .doesNotContain("STR-102");
        assertThat(workspace.read(".crypto/live-monitoring/parallel-validation-metrics.yaml"))
                .contains("strategies_passed: 2", "nominal_saved_minutes: 15.0");
    }

    private static final String L1_PASS =
            PASS + ", \"sharpe\": 1.2, \"profit_factor\": 1.4, \"trades\": 60, \"days\": 365, \"skewness\": 0.4,"
                    + " \"kurtosis\": 5";
    private static final String L1_FAIL = PASS + ", \"sharpe\": 0.2, \"profit_factor\": 0.9, \"trades\": 60";

    @Test
    void whatPassedL0GoesOnToL1InOneCommand() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder)
                .strategy("STR-101", L1_PASS)
                .strategy("STR-102", FAIL)
                .strategy("STR-103", L1_FAIL);
        assertThat(run("validate", workspace.root(), "--then-l1", "--json")).isEqualTo(1);
        Map<String, Object> result = json();
        assertThat(result).containsEntry("tier", "L0");
        Map<String, Object> next = map(result, "then_l1");
        assertThat(next).containsEntry("tier", "L1");
        assertThat(list(next, "strategies"))
                .extracting(strategy -> strategy.get("strategy_id"), strategy -> strategy.get("status"))
                .containsExactly(tuple("STR-101", "L1_PASSED"), tuple("STR-103", "FIXABLE_FAILURE"));
        assertThat(workspace.queue()).contains("L1_PASSED", "L0_FAILED", "FIXABLE_FAILURE");
    }

    @Test
    void allPassedL0GoesOnByItselfWhereTheSettingsSaySo() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder, "auto_escalate_to_l1: true")
                .strategy("STR-101", L1_PASS)
                .strategy("STR-102", L1_PASS);
        assertThat(run("validate", workspace.root(), "--json")).isZero();
        assertThat(map(json(), "then_l1")).containsEntry("outcome", "ALL_PASS");

        TestWorkspace mixed = TestWorkspace.in(folder.resolve("mixed"), "auto_escalate_to_l1: true")
                .strategy("STR-101", L1_PASS)
                .strategy("STR-102", FAIL);
        assertThat(run("validate", mixed.root(), "--json")).isEqualTo(1);
        assertThat(json()).doesNotContainKey("then_l1");
    }

    @Test
    void everyEvaluationIsALineOfTheLedgerAndDeflatesTheSharpe() throws IOException {
        TestWorkspace sample = TestWorkspace.quickSample(folder);
        run("validate", sample.root(), "--tier", "L1", "--strategy", "STR-205", "--strategy", "STR-210", "--json");
        Map<String, Object> ema = map(list(json(), "strategies").getFirst(), "metrics");
        // Two strategies and two neighbours of each.
        assertThat(sample.read(".crypto/pipeline/trials.csv").lines()).hasSize(7);
        assertThat(ema).containsEntry("dsr_trials_counted", 6);
        assertThat((double) ema.get("dsr_trials")).isBetween(1.0, 6.0);
        double first = (double) ema.get("dsr");
        assertThat(first).isBetween(0.0, 1.0);

        run("validate", sample.root(), "--strategy", "STR-201", "--strategy", "STR-202", "--json");
        run("validate", sample.root(), "--tier", "L1", "--strategy", "STR-205", "--json");
        ema = map(list(json(), "strategies").getFirst(), "metrics");
        assertThat(sample.read(".crypto/pipeline/trials.csv").lines()).hasSize(12);
        // The two that were only screened are trials too; STR-205 again is not.
        assertThat(ema).containsEntry("dsr_trials_counted", 8);
        assertThat((double) ema.get("dsr")).isLessThan(first);
    }

    @Test
    void theDeflatedSharpeIsAGateOnlyWhereTheProtocolAsks() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", L1_PASS);
        assertThat(run("validate", workspace.root(), "--tier", "L1", "--strategy", "STR-101"))
                .isZero();
        workspace.write(".crypto/config/tiered-validation-protocol.yaml", "tiers: {L1: {gates: {min_dsr: 0.99}}}\n");
        run("validate", workspace.root(), "--tier", "L1", "--strategy", "STR-101", "--json");
        assertThat(map(list(json(), "strategies").getFirst(), "failure"))
                .containsEntry("reason", "dsr_below_threshold")
                .containsEntry("fixable", false);
    }

    @Test
    void thenL1NeedsL0First() {
        TestWorkspace workspace = TestWorkspace.in(folder);
        assertThat(run("validate", workspace.root(), "--tier", "L1", "--then-l1"))
                .isEqualTo(2);
        assertThat(said()).contains("--then-l1 follows --tier L0");
    }

    @Test
    void aDryRunPlansWhatTheRunThenDoesAndWritesNothing() throws IOException {
        TestWorkspace workspace =
                TestWorkspace.in(folder).strategy("STR-101", PASS).strategy("STR-102", PASS);
        String before = workspace.everything();
        assertThat(run("validate", workspace.root(), "--dry-run", "--json")).isZero();
        Map<String, Object> plan = json();
        assertThat(workspace.everything()).isEqualTo(before);
        assertThat(run("validate", workspace.root(), "--json")).isZero();
        assertThat(list(json(), "plan")).isEqualTo(list(plan, "plan"));
    }

    @Test
    void nothingPendingIsFine() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder);
        assertThat(run("validate", workspace.root(), "--json")).isZero();
        assertThat(json()).containsEntry("outcome", "NOTHING_PENDING");
    }

    @Test
    void crashesAreRecoveredTimeOutsRetriedAndBadResultsNotBelieved() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder, TestWorkspace.BRIEF, "polling_interval_seconds: 0.1")
                .strategy("STR-101", "[1] halt 9", "[2] halt 9", "[3] halt 9", PASS)
                .strategy("STR-102", "halt 0")
                .strategy("STR-103", "[1] await never", PASS)
                .strategy("STR-104", "await never")
                .strategy("STR-105", "raw {\"metrics\": {\"signal_frequency\": 84, \"hit_rate\": 0.56}}")
                .strategy("STR-106", "error DATA_UNAVAILABLE no bars for \\u001b[31mX")
                .strategy("STR-107", "[1] error STRATEGY_ERROR division", "[2] error STRATEGY_ERROR division");
        assertThat(run("validate", workspace.root(), "--json")).isEqualTo(4);
        Map<String, Object> result = json();
        assertThat(list(result, "strategies"))
                .extracting(
                        strategy -> strategy.get("strategy_id"),
                        strategy -> strategy.get("status"),
                        strategy -> strategy.get("attempts"))
                .containsExactly(
                        tuple("STR-101", "L0_PASSED", 4),
                        tuple("STR-102", "ERROR", 4),
                        tuple("STR-103", "L0_PASSED", 2),
                        tuple("STR-104", "FAILED_TIMEOUT", 2),
                        tuple("STR-105", "ERROR", 4),
                        tuple("STR-106", "L0_FAILED", 1),
                        tuple("STR-107", "L0_FAILED", 2));
        assertThat(map(result, "escalation").get("reasons").toString()).contains("FAILURE_RATE", "RECOVERY_EXHAUSTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"continue", "meeting", "relax", "retry"})
    void aPolicyAnswersTheQuestion(String policy) throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder)
                .strategy(
                        "STR-101",
                        "metrics \"signal_frequency\": 84, \"hit_rate\": 0.56, \"ic\": 0.0095, \"ic_p_value\": 0.2,"
                                + " \"luck\": 0.4")
                .strategy("STR-102", FAIL);
        int status = run("validate", workspace.root(), "--on-escalation", policy, "--json");
        Map<String, Object> result = json();
        String decided = policy.equals("retry") ? "null" : policy;
        assertThat(String.valueOf(map(result, "escalation").get("decision"))).isEqualTo(decided);
        assertThat(status).isEqualTo(policy.equals("retry") ? 4 : 1);
        String first = workspace.read(".crypto/live-monitoring/parallel-validation-metrics.yaml");
        assertThat(first).contains("decision: " + policy);
        assertThat(workspace.queue().contains("relaxed_gates: \"ic=0.009\"")).isEqualTo(policy.equals("relax"));
        assertThat(workspace.queue().contains("L0_PASSED")).isEqualTo(policy.equals("relax"));
        try (var decisions = Files.list(folder.resolve(".crypto/knowledge/decisions"))) {
            assertThat(decisions).hasSize(1);
        }
    }

    @Test
    void aQuestionLeftOpenIsAnsweredLaterAndOnlyOnce() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", FAIL);
        assertThat(run("validate", workspace.root())).isEqualTo(4);
        assertThat(run("status", workspace.root())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("a decision waits");
        assertThat(run("decide", workspace.root(), "--with", "meeting", "--json"))
                .isEqualTo(1);
        assertThat(map(json(), "escalation")).containsEntry("decision", "meeting");
        try (var files = Files.list(folder.resolve(".crypto/pipeline"))) {
            assertThat(files).anyMatch(file -> file.toString().contains("strategy-meeting-request"));
        }
        assertThat(run("decide", workspace.root(), "--with", "continue")).isEqualTo(2);
        assertThat(said()).contains("no decision is waiting");
    }

    @Test
    void aSecondRunAtTheSameTimeIsTurnedAwayAndSaysByWhom() {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", PASS);
        try (WorkspaceLock held = WorkspaceLock.acquire(workspace.workspace())) {
            assertThat(held).isNotNull();
            assertThat(run("validate", workspace.root())).isEqualTo(5);
        }
        assertThat(said()).contains("pid " + ProcessHandle.current().pid());
        assertThat(workspace.queue()).contains("PENDING");
    }

    @Test
    void aBrokenFileStopsTheRunBeforeAnythingIsWritten() {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", PASS);
        workspace.write(".crypto/config/tiered-validation-protocol.yaml", "tiers:\n  L0:\n    gates: {min_ic: much}\n");
        String before = workspace.everything();
        assertThat(run("validate", workspace.root())).isEqualTo(2);
        assertThat(said()).contains("tiered-validation-protocol.yaml:3:21", "'much'");
        assertThat(workspace.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--workers 5",
                "--queue-size 0",
                "--strategy STR-1",
                "--strategy STR-999",
                "--resume",
                "--dry-run --resume",
                "--on-escalation maybe",
                "--relax ic=0.1",
                "--on-escalation relax --relax nonsense=1",
                "--tier L2",
                "--no-such-option",
            })
    void wrongUsageIsStatusTwoAndLeavesNoTrace(String options) {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", PASS);
        String before = workspace.everything();
        List<String> arguments = new ArrayList<>(List.of("validate", workspace.root()));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(said()).isNotBlank().doesNotContain("\tat ");
        assertThat(out.size()).isZero();
        // The lock file may be there after a run was refused; what people wrote is as it was.
        assertThat(workspace.everything().replaceAll("(?m)^.*lock\\n(pid.*\\n)?\\n?", ""))
                .isEqualTo(before);
    }

    @Test
    void aFileThatCannotBeWrittenIsStatusTwoAndNothingIsRun() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", PASS);
        // A folder where a file must be: this stops root as well.
        Files.createDirectory(workspace.workspace().lock());
        assertThat(run("validate", workspace.root())).isEqualTo(2);
        assertThat(said()).contains("parallel-validation.lock", "cannot be locked");
        assertThat(workspace.queue()).contains("PENDING");
        assertThat(folder.resolve(".crypto/knowledge/strategies/STR-101-test/backtest-results"))
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"strategy_id\": \"STR-999\", \"metrics\": {\"signal_frequency\": 84, \"hit_rate\": 0.56, \"ic\":"
                        + " 0.04}}",
                "{\"metrics\": {\"signal_frequency\": 84, \"hit_rate\": 7, \"ic\": 0.04}}",
                "{\"metrics\": {\"signal_frequency\": 84, \"hit_rate\": 0.5, \"ic\": 0.04, \"luck\": 3}}",
                "{\"metrics\": {\"signal_frequency\": 84, \"hit_rate\": .nan, \"ic\": 0.04}}",
                "{\"run_id\": \"another\", \"metrics\": {\"signal_frequency\": 84, \"hit_rate\": 0.56, \"ic\": 0.04}}",
            })
    void resultsThatCannotBeThisWorkersAreNotBelieved(String results) throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", "raw " + results);
        assertThat(run("validate", workspace.root(), "--json")).isEqualTo(4);
        assertThat(list(json(), "strategies"))
                .extracting(strategy -> strategy.get("status"))
                .containsExactly("ERROR");
    }

    @Test
    void aQueueThatCouldNotBeWrittenBackIsRefusedBeforeAnythingIsRun() {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-201", PASS);
        workspace.write(".crypto/pipeline/queue.yaml", "queue:\n- id: STR-201\n  status: &s PENDING\nothers: [*s]\n");
        String before = workspace.everything();
        assertThat(run("validate", workspace.root())).isEqualTo(2);
        assertThat(said()).contains("cannot be edited safely");
        assertThat(workspace.everything().replaceAll("(?m)^.*lock\\n(pid.*\\n)?\\n?", ""))
                .isEqualTo(before);
    }

    @Test
    void aQueueThatIsBrokenDuringTheRunCostsNoResult() throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", "progress 0.5 ic", "await go", PASS);
        String good = workspace.queue();
        Thread breaker = Thread.ofPlatform().start(() -> {
            TestWorkspace.until("it runs", () -> workspace.queue().contains("L0_VALIDATING"));
            workspace.write(".crypto/pipeline/queue.yaml", "queue: [");
            workspace.write("go", "");
        });
        assertThat(run("validate", workspace.root(), "--json")).isEqualTo(70);
        breaker.join();
        assertThat(said())
                .contains("The run was stopped before its end was recorded. What was found is kept in"
                        + " parallel-validation-")
                .contains("queue.yaml:1:9", "resume the run with --resume");
        assertThat(map(json(), "error"))
                .containsEntry("kind", "stopped")
                .containsEntry("line", 1)
                .containsEntry("column", 9);
        assertThat(json()).containsEntry("exit_status", 70);
        workspace.write(".crypto/pipeline/queue.yaml", good);
        assertThat(run("validate", workspace.root(), "--resume", "--json")).isZero();
        assertThat(list(json(), "strategies"))
                .extracting(strategy -> strategy.get("attempts"))
                .containsExactly(1);
        assertThat(workspace.queue()).contains("L0_PASSED");
    }

    @Test
    void settingsThatAreBrokenDuringTheRunKeepOnlyWhatFollowsFromBeginning() throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", "await go", PASS);
        Thread breaker = Thread.ofPlatform().start(() -> {
            TestWorkspace.until("it runs", () -> workspace.queue().contains("L0_VALIDATING"));
            workspace.write(".crypto/config/parallel-validation.yaml", "parallel_validation: [");
            workspace.write("go", "");
        });
        assertThat(run("validate", workspace.root(), "--then-l1")).isEqualTo(70);
        breaker.join();
        assertThat(said())
                .contains("is over and its results are recorded. What was to follow could not be begun:")
                .contains("parallel-validation.yaml:1:");
        assertThat(workspace.queue()).contains("L0_PASSED");
    }

    @Test
    void aStrategyNamedIsValidatedWhateverItsStatus() throws IOException {
        TestWorkspace workspace =
                TestWorkspace.in(folder).strategy("STR-101", PASS).strategy("STR-102", PASS);
        workspace.write(".crypto/pipeline/queue.yaml", workspace.queue().replaceFirst("PENDING", "L0_FAILED"));
        assertThat(run("validate", workspace.root(), "--strategy", "STR-101", "--json"))
                .isZero();
        assertThat(list(json(), "strategies"))
                .extracting(s -> s.get("strategy_id"))
                .containsExactly("STR-101");
        assertThat(workspace.queue()).contains("PENDING");
    }
}
