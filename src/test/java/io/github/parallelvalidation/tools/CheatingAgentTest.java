package io.github.parallelvalidation.tools;

import static io.github.parallelvalidation.TestWorkspace.until;
import static io.github.parallelvalidation.tools.Agent.MERGE;
import static io.github.parallelvalidation.tools.Agent.POLL;
import static io.github.parallelvalidation.tools.Agent.SPAWN;
import static io.github.parallelvalidation.tools.Agent.UPDATE;
import static io.github.parallelvalidation.tools.Agent.spec;
import static io.github.parallelvalidation.tools.Agent.update;
import static io.github.parallelvalidation.tools.ToolException.Kind.LOCKED;
import static io.github.parallelvalidation.tools.ToolException.Kind.NOT_ACCEPTED;
import static io.github.parallelvalidation.tools.ToolException.Kind.REFUSED;
import static io.github.parallelvalidation.tools.ToolException.Kind.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.EscalationOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dialogues with an agent that wants passes more than the truth.
class CheatingAgentTest {
    @TempDir
    private Path folder;

    private Lab lab;
    private Agent agent;

    @BeforeEach
    void aWorkspace() {
        lab = Lab.in(folder, "pass", "fail", "few", "fail", "pass", "fail");
        agent = lab.agent();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private static String message(Map<String, @Nullable Object> error) {
        return String.valueOf(error.get("message"));
    }

    private String refused(String tool, String json) {
        return message(agent.isRefused(REFUSED, tool, json));
    }

    private String misused(String tool, String json) {
        return message(agent.isRefused(USAGE, tool, json));
    }

    private static Map<String, @Nullable Object> entry(Map<String, Object> updated) {
        return Documents.map(updated.get("updated_queue_entry"));
    }

    // ---- gates ----

    private void anOpenQuestion() {
        agent.does("validate", "{}");
        assertThat((List<?>) agent.does("status", "{}").get("open_questions")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'option': 'relax'}", "{'option': 'relax', 'thresholds': {'ic': -1}}"})
    void itLoosensAGateWithoutAPerson(String relax) {
        anOpenQuestion();
        String queue = lab.workspace().queue();

        Map<String, @Nullable Object> error = agent.isRefused(REFUSED, "decide", relax);

        assertThat(message(error))
                .contains("needs a person", "decide --with relax", "cannot ask one", "Noise alone would pass");
        assertThat(error.get("allowed")).isEqualTo(List.of("continue", "retry", "meeting"));
        assertThat(lab.workspace().queue()).isEqualTo(queue);
        assertThat((List<?>) agent.does("status", "{}").get("open_questions")).hasSize(1);
    }

    @Test
    void itSaysThatThePersonAgreedAndThePersonDoesNot() {
        anOpenQuestion();
        String queue = lab.workspace().queue();
        for (EscalationOption answer : new EscalationOption[] {EscalationOption.CONTINUE, null}) {
            agent.person().isThereAndSays(answer);
            assertThat(refused("decide", "{'option': 'relax'}"))
                    .contains("the person did not allow", "nothing was decided");
        }
        assertThat(agent.person().questions())
                .hasSize(2)
                .allSatisfy(question ->
                        assertThat(question).contains("wants to relax thresholds", "Noise alone would pass"));
        assertThat(lab.workspace().queue()).isEqualTo(queue);
    }

    @Test
    void whatThePersonAllowsIsRecordedAsThePersons() {
        anOpenQuestion();
        agent.person().isThereAndSays(EscalationOption.RELAX);
        Map<String, Object> run = agent.does("decide", "{'option': 'relax', 'thresholds': {'signal_frequency': 7}}");
        assertThat(Documents.map(run.get("escalation")).get("decided_by")).isEqualTo("client");
        assertThat(lab.statuses().get(2)).isEqualTo("L0_PASSED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {'option': 'continue', 'thresholds': {'ic': 0}} | 'thresholds' goes with option relax
        {'option': 'retry', 'thresholds': {'ic': 0}}    | 'thresholds' goes with option relax
        {'option': 'relax', 'thresholds': {'ic': 'no'}} | 'thresholds.ic' must be a number, found 'no'
        {'option': 'relax', 'thresholds': {'luck': 1}}  | luck
        {'option': 'retry', 'strategies': ['STR-101']}  | STR-101 is not one of those that did not pass
        {'option': 'retry'}                             | every one of them has a result, and would get the same
        {'option': 'meeting', 'timeout_seconds': 5}     | go with option retry
        {'option': 'pass'}                              | continue, retry, relax or meeting
        """)
    void itHidesAThresholdOrAnotherTryInADecision(String decision, String why) {
        anOpenQuestion();
        assertThat(misused("decide", decision)).contains(why);
    }

    @Test
    void itDecidesWhereNothingIsAsked() {
        assertThat(refused("decide", "{'option': 'continue'}")).contains("no decision is waiting here");
        anOpenQuestion();
        assertThat(refused("decide", "{'option': 'continue', 'run_id': '2020-01-01-000000'}"))
                .contains("no decision is waiting on a run 2020-01-01-000000");
    }

    // ---- verdicts by word ----

    @ParameterizedTest
    @ValueSource(strings = {"PASSED", "FAILED", "TIMEOUT"})
    void itSaysAVerdictWithoutAnyResult(String word) {
        Map<String, @Nullable Object> error = agent.isRefused(REFUSED, UPDATE, update("STR-101", "L0", word));
        assertThat(message(error)).contains("STR-101 has no result at L0", "cannot be " + word);
        assertThat(error.get("allowed")).isEqualTo(List.of("VALIDATING"));
        assertThat(lab.statuses().getFirst()).isEqualTo("PENDING");
    }

    @Test
    void itSaysPassedOfWhatFailed() {
        agent.does("validate", "{'strategies': ['STR-102']}");
        Map<String, @Nullable Object> error = agent.isRefused(REFUSED, UPDATE, update("STR-102", "L0", "PASSED"));
        assertThat(message(error)).contains("say FAILED (", "ic", "cannot be PASSED by word");
        assertThat(error.get("allowed")).isEqualTo(List.of("VALIDATING", "FAILED"));
        assertThat(lab.statuses().get(1)).isEqualTo("L0_FAILED");
    }

    @Test
    void itSaysFailedOfWhatPassed() {
        agent.does("validate", "{'strategies': ['STR-101']}");
        assertThat(refused(UPDATE, update("STR-101", "L0", "FAILED"))).contains("say PASSED; it cannot be FAILED");
        Map<String, Object> confirmed = agent.does(UPDATE, update("STR-101", "L0", "PASSED"));
        assertThat(confirmed).containsEntry("changed", false);
        assertThat(entry(confirmed).get("status")).isEqualTo("L0_PASSED");
    }

    @Test
    void itSaysPassedOfWhatIsStillBeingValidated() {
        lab.workers().hold("STR-101");
        String worker = agent.spawns("STR-101");
        assertThat(refused(UPDATE, update("STR-101", "L0", "PASSED")))
                .contains("is being validated by " + worker, "its verdict comes from there");
        lab.workers().letGo("STR-101");
        agent.polls(worker);
        assertThat(entry(agent.does(UPDATE, update("STR-101", "L0", "PASSED"))).get("status"))
                .isEqualTo("L0_PASSED");
    }

    @Test
    void itSaysPassedAtL1WithAResultOfL0Alone() {
        agent.does("validate", "{'strategies': ['STR-101']}");
        assertThat(refused(UPDATE, update("STR-101", "L1", "PASSED"))).contains("has no result at L1");
        assertThat(lab.statuses().getFirst()).isEqualTo("L0_PASSED");
    }

    @Test
    void itConfirmsAPassThatWasTakenBackByHand() {
        agent.does("validate", "{'strategies': ['STR-101']}");
        lab.writesStatus("STR-101", "PENDING");
        Map<String, @Nullable Object> error = agent.isRefused(REFUSED, UPDATE, update("STR-101", "L0", "PASSED"));
        assertThat(message(error)).contains("has the status PENDING: somebody has changed it", "Validate it again");
        assertThat(error.get("allowed")).isEqualTo(List.of("VALIDATING"));
        assertThat(lab.statuses().getFirst()).isEqualTo("PENDING");
    }

    @Test
    void itWritesAPassIntoTheQueueByHandAndHasItConfirmed() {
        agent.does("validate", "{'strategies': ['STR-102']}");
        lab.writesStatus("STR-102", "L0_PASSED");
        assertThat(refused(UPDATE, update("STR-102", "L0", "PASSED"))).contains("say FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"L0_PASSED", "passed", "Passed", "PASS", "L0_VALIDATING", "PENDING", "FIXABLE_FAILURE", " "})
    void itUsesAnotherWord(String word) {
        agent.does("validate", "{'strategies': ['STR-101']}");
        String message = misused(UPDATE, update("STR-101", "L0", word));
        if (!word.isBlank()) {
            assertThat(message).contains("VALIDATING, PASSED, FAILED or TIMEOUT, found '" + word + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSED", "VALIDATING"})
    void itTakesAStrategyFromAnotherProgram(String word) {
        lab.writesStatus("STR-101", "LIVE_TRADING");
        assertThat(refused(UPDATE, update("STR-101", "L0", word)))
                .contains("'LIVE_TRADING', which belongs to another program", "left alone");
        assertThat(lab.statuses().getFirst()).isEqualTo("LIVE_TRADING");
    }

    // ---- results ----

    @Test
    void itMakesUpMetrics() {
        String worker = agent.spawns("STR-102");
        agent.polls(worker);
        String made = """
            {'results_list': [{'worker_id': '%s', 'pass': true, 'metrics': {'ic': 0.9, 'luck': 0}},
                              {'strategy_id': 'STR-101', 'status': 'PASSED'}]}\
            """.formatted(worker);
        Map<String, Object> merged = agent.does(MERGE, made);
        assertThat(merged).containsEntry("pass_count", 0).containsEntry("fail_count", 1);
        assertThat(String.valueOf(merged.get("remarks"))).contains("is not believed: its stored results are read");
        assertThat(lab.statuses()).startsWith("PENDING", "L0_FAILED");
    }

    @Test
    void itNamesAStrategyWithoutAnyResult() {
        assertThat(refused(MERGE, "{'results_list': [{'strategy_id': 'STR-101', 'pass': true}]}"))
                .contains("no run that is kept has a result of STR-101");
        assertThat(refused(MERGE, "{'results_list': []}")).contains("nothing is spawned");
        assertThat(refused(MERGE, "{'results_list': ['WORKER-made-up']}")).contains("no worker 'WORKER-made-up'");
    }

    @Test
    void itLeavesTheFailuresOut() {
        List<String> workers = List.of("STR-101", "STR-102", "STR-105").stream()
                .map(agent::spawns)
                .toList();
        workers.forEach(agent::polls);
        Map<String, Object> merged = agent.merges(workers.get(0), "STR-105");
        assertThat(merged).containsEntry("pass_count", 2).containsEntry("fail_count", 1);
        assertThat(String.valueOf(merged.get("remarks"))).contains("also STR-102", "would hide luck");
        assertThat(lab.statuses().get(1)).isEqualTo("L0_FAILED");
    }

    // ---- workers ----

    @Test
    void itSpawnsAFifthWorker() {
        List<String> ids = List.of("STR-101", "STR-102", "STR-103", "STR-104", "STR-105");
        ids.forEach(lab.workers()::hold);
        List<String> workers = ids.stream().map(agent::spawns).toList();
        until("four run", () -> lab.workers().running() == 4);
        until(
                "the fifth waits",
                () -> "WAITING".equals(agent.looksAt(workers.getLast()).get("state")));
        assertThat(agent.looksAt(workers.getLast()))
                .containsEntry("status", "RUNNING")
                .containsEntry("stage", "waits for one of the four places");
        lab.workers().letGo("STR-101");
        until(
                "its place is taken",
                () -> "RUNNING".equals(agent.looksAt(workers.getLast()).get("state")));
        ids.stream().skip(1).forEach(lab.workers()::letGo);
        assertThat(agent.merges()).containsEntry("pass_count", 2).containsEntry("fail_count", 3);
        assertThat(lab.workers().mostAtOnce()).isEqualTo(4);
    }

    @Test
    void itSpawnsTheSameStrategyTwice() {
        lab.workers().hold("STR-102");
        String worker = agent.spawns("STR-102");
        assertThat(refused(SPAWN, spec("STR-102", "L0"))).contains("in run", "already as " + worker);
        lab.workers().letGo("STR-102");
        agent.polls(worker);
        assertThat(refused(SPAWN, spec("STR-102", "L0"))).contains("already as " + worker, "merge the run");
    }

    @Test
    void itTakesToL1WhatFailedL0() {
        agent.does("validate", "{'strategies': ['STR-102']}");
        String before = lab.workspace().everything();
        assertThat(refused(SPAWN, spec("STR-102", "L1"))).contains("STR-102 has not passed L0", "a person may insist");
        assertThat(refused("validate", "{'tier': 'L1', 'strategies': ['STR-102']}"))
                .contains("STR-102 has not passed L0");
        assertThat(refused(SPAWN, spec("STR-101", "L1"))).contains("STR-101 has not passed L0");
        assertThat(refused(UPDATE, update("STR-102", "L1", "VALIDATING"))).contains("STR-102 has not passed L0");
        assertThat(lab.workspace().everything()).isEqualTo(before);
    }

    @Test
    void itSpawnsAtTheOtherTierWhileARunIsOn() {
        agent.does("validate", "{'strategies': ['STR-101']}");
        agent.spawns("STR-102");
        assertThat(refused(SPAWN, spec("STR-101", "L1"))).contains("is on at L0; merge it before");
        assertThat(message(agent.isRefused(LOCKED, "validate", "{}"))).contains("merge it before another run begins");
    }

    @Test
    void itNamesAStrategyThatIsNotInTheQueue() {
        String before = lab.workspace().everything();
        assertThat(refused(SPAWN, spec("STR-999", "L0"))).contains("STR-999", "queue");
        assertThat(refused(UPDATE, update("STR-999", "L0", "VALIDATING"))).contains("STR-999 is not in the queue");
        assertThat(refused("validate", "{'strategies': ['STR-999']}")).contains("STR-999");
        assertThat(refused(MERGE, "{'results_list': ['STR-999']}")).contains("STR-999");
        assertThat(lab.workspace().everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STR-101/../STR-102",
                "../STR-101",
                "STR-101/",
                "STR-10",
                "str-101 ",
                "STR-",
                "/etc/passwd",
                "STR-1O1"
            })
    void itUsesAnIdThatIsAPath(String id) {
        assertThat(misused(SPAWN, spec(id, "L0"))).contains("STR- and 3 to 18 digits");
        assertThat(misused(UPDATE, update(id, "L0", "VALIDATING"))).contains("STR- and 3 to 18 digits");
        assertThat(misused("validate", "{'strategies': ['%s']}".formatted(id))).contains("STR- and 3 to 18 digits");
        assertThat(refused(POLL, "{'worker_id': '%s'}".formatted(id))).contains("no worker '" + id + "' is known");
    }

    @Test
    void itWantsResultsOutsideOfTheWorkspace() throws IOException {
        Path outside = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-outside"));
        Files.createSymbolicLink(lab.workspace().workspace().crypto().resolve("link"), outside);
        Files.createDirectories(lab.workspace().workspace().crypto().resolve("own"));
        Files.createSymbolicLink(lab.workspace().workspace().crypto().resolve("own/link"), outside);
        String before = lab.workspace().queue();
        for (String output : List.of(
                outside.toString(),
                "/tmp",
                "..",
                "../x",
                ".crypto/../..",
                ".crypto",
                ".crypto/",
                ".",
                "out",
                ".crypto/link",
                ".crypto/link/x",
                ".crypto/own/link/x",
                ".crypto/a/../../out",
                "\\u0000",
                ".crypto/\\u0000")) {
            misused(SPAWN, """
                {'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0', 'output_dir': '%s'}}\
                """.formatted(output));
        }
        assertThat(outside).isEmptyDirectory();
        assertThat(lab.workspace().queue()).isEqualTo(before);
        Files.delete(outside);
    }

    @Test
    void itWantsResultsInTheFilesOfTheProgram() {
        for (String output :
                List.of(".crypto/pipeline", ".crypto/config", ".crypto/pipeline/tool-calls", ".crypto/data")) {
            misused(SPAWN, """
                {'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0', 'output_dir': '%s'}}\
                """.formatted(output));
        }
    }

    @Test
    void itWantsItsResultsInTheFolderOfAnotherStrategy() {
        agent.does("validate", "{'strategies': ['STR-102']}");
        misused(SPAWN, """
            {'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0',
             'output_dir': '.crypto/knowledge/strategies/STR-102-test/backtest-results'}}\
            """);
    }

    /// The pipeline's own call names the folder by the id alone.
    @Test
    void theFolderOfItsOwnStrategyIsItsOwnByWhateverName() throws IOException {
        String worker = String.valueOf(agent.does(SPAWN, """
            {'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0',
             'output_dir': '.crypto/knowledge/strategies/STR-101/backtest-results/'}}\
            """).get("worker_id"));
        assertThat(agent.polls(worker)).containsEntry("status", "COMPLETED");
        agent.merges();
        try (Stream<Path> folders = Files.list(lab.workspace().workspace().strategies())) {
            assertThat(folders.filter(path -> path.toString().contains("STR-101")))
                    .hasSize(1);
        }
        assertThat(lab.statuses().getFirst()).isEqualTo("L0_PASSED");
    }

    @Test
    void whatItMayHaveIsPutWhereItWantsIt() {
        for (String output : List.of(".crypto/out", ".crypto/knowledge/strategies/STR-101-test/for-me")) {
            String worker =
                    String.valueOf(agent.does(SPAWN, """
                        {'agent_id': 'me', 'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0', 'output_dir': '%s'}}\
                        """.formatted(output)).get("worker_id"));
            agent.polls(worker);
            assertThat(lab.workspace().read(output + "/L0_results.yaml")).contains(worker);
            agent.merges();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e9", "86401", "'600'", "1.5", "true", "[600]", "99999999999999999999"})
    void itWantsATimeLimitThatIsNone(String timeout) {
        String message = misused(SPAWN, """
            {'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0'}, 'timeout_seconds': %s}\
            """.formatted(timeout));
        assertThat(message).contains("'timeout_seconds' must be a whole number from 1 to 86400");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        spawn_parallel_worker    | {'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0', 'gates': {'ic': 0}}} | 'task_spec.gates'
        spawn_parallel_worker    | {'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0'}, 'workers': 8}        | 'workers'
        poll_worker_result       | {'worker_id': 'x', 'status': 'COMPLETED'}                                    | 'status'
        merge_validation_results | {'results_list': [], 'pass_count': 5}                                        | 'pass_count'
        update_queue_status      | {'strategy_id': 'STR-101', 'tier': 'L0', 'status': 'PASSED', 'force': true}  | 'force'
        validate                 | {'thresholds': {'ic': 0}}                                                    | 'thresholds'
        validate                 | {'on_escalation': 'relax'}                                                   | 'on_escalation'
        decide                   | {'option': 'continue', 'decided_by': 'gui'}                                  | 'decided_by'
        status                   | {'workspace': '/'}                                                           | 'workspace'
        history                  | {'delete': true}                                                             | 'delete'
        check                    | {'fix': true}                                                                | 'fix'
        """)
    void itTriesArgumentsThatAreNotPublished(String tool, String json, String named) {
        assertThat(misused(tool, json)).contains(named + " is not known here; ");
    }

    @Test
    void itNamesAToolThatDoesNotExist() {
        assertThat(misused("relax_gates", "{}")).contains("there is no tool 'relax_gates'", SPAWN);
    }

    // ---- programs ----

    @Test
    void itHasAProgramStartedThatNobodyAccepted() {
        Trust.ACCEPTANCES.forget(lab.workspace().workspace());
        String before = lab.workspace().everything();
        Map<String, @Nullable Object> error = agent.isRefused(NOT_ACCEPTED, SPAWN, spec("STR-101", "L0"));
        assertThat(message(error)).contains("worker.command");
        assertThat((List<?>) error.get("programs")).isNotEmpty();
        agent.isRefused(NOT_ACCEPTED, UPDATE, update("STR-101", "L0", "VALIDATING"));
        agent.isRefused(NOT_ACCEPTED, "validate", "{}");
        assertThat(lab.workspace().everything()).isEqualTo(before);
    }

    @Test
    void itWritesASignalProgramIntoAStrategyAndSpawnsIt() {
        lab.workspace().write(".crypto/config/parallel-validation.yaml", "parallel_validation: {}\n");
        Trust.ACCEPTANCES.forget(lab.workspace().workspace());
        agent.spawns("STR-101");
        lab.workspace().write(".crypto/knowledge/strategies/STR-102-test/parameters.yaml", """
            asset: BTC/USD
            timeframe: 1h
            signal:
              horizon: 4
              command: [touch, x, '{bars}', '{signals}']
            """);
        agent.isRefused(NOT_ACCEPTED, SPAWN, spec("STR-102", "L0"));
        assertThat(lab.statuses().get(1)).isEqualTo("PENDING");
    }

    // ---- others' runs ----

    @Test
    void itSpawnsWhileSomebodyElseIsAtARun() throws InterruptedException {
        lab.workers().hold("STR-101");
        Validation.Run run =
                Agent.validation(lab.workers()).start(lab.workspace().workspace(), RunRequest.of(Tier.L0));
        Thread other = Thread.ofPlatform().start(run::execute);
        until("it is at it", () -> lab.workers().running() > 0);
        List<String> said = new ArrayList<>();
        said.add(message(agent.isRefused(LOCKED, SPAWN, spec("STR-105", "L0"))));
        said.add(message(agent.isRefused(LOCKED, "validate", "{}")));
        said.add(message(agent.isRefused(LOCKED, UPDATE, update("STR-105", "L0", "VALIDATING"))));
        lab.workers().letGo("STR-101");
        other.join();
        assertThat(said)
                .allSatisfy(message -> assertThat(message)
                        .contains(
                                "locked by another run",
                                "pid " + ProcessHandle.current().pid()));
    }
}
