package io.github.parallelvalidation.tools;

import static io.github.parallelvalidation.TestWorkspace.until;
import static io.github.parallelvalidation.tools.Agent.MERGE;
import static io.github.parallelvalidation.tools.Agent.POLL;
import static io.github.parallelvalidation.tools.Agent.SPAWN;
import static io.github.parallelvalidation.tools.Agent.UPDATE;
import static io.github.parallelvalidation.tools.Agent.spec;
import static io.github.parallelvalidation.tools.Agent.update;
import static io.github.parallelvalidation.tools.ToolException.Kind.CANCELLED;
import static io.github.parallelvalidation.tools.ToolException.Kind.FILE;
import static io.github.parallelvalidation.tools.ToolException.Kind.REFUSED;
import static io.github.parallelvalidation.tools.ToolException.Kind.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.journal.JournalEvent;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.run.WorkerLook;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.supervise.AttemptId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of a run that workers are spawned into: joined, looked at, merged, closed, taken up again.
class SpawnedRunTest {
    private static final String SECOND = "WORKER-00000000-0000-0000-0000-000000000002";

    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void aWorkspace() {
        lab = Lab.in(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private Lab lab(String... words) {
        lab = Lab.in(folder, words);
        return lab;
    }

    private String journal() {
        return lab.workspace()
                .read(".crypto/pipeline/parallel-validation-" + lab.workspace().newestRun() + ".yaml");
    }

    /// Those that were started in a run.
    private List<AttemptId> started(Map<String, Object> merged) {
        String run = String.valueOf(((List<?>) Objects.requireNonNull(merged.get("run_ids"))).getFirst());
        return new RunFile(lab.workspace().workspace().plan(run))
                .read().journal().stream()
                        .filter(JournalEvent.Started.class::isInstance)
                        .map(JournalEvent::id)
                        .toList();
    }

    @Test
    void workersJoinOneRunAndTheMergeEndsIt() {
        Agent agent = lab("pass", "fail", "pass").agent();
        Map<String, Object> spawned = agent.does(SPAWN, """
            {'agent_id': 'backtester', 'task_spec': {'strategy_id': 'STR-101', 'tier': 'L0'}, 'timeout_seconds': 7}\
            """);
        String second = agent.spawns("STR-102");

        Map<String, Object> polled = agent.polls(String.valueOf(spawned.get("worker_id")));
        assertThat(polled).containsEntry("status", "COMPLETED").containsEntry("run_id", spawned.get("run_id"));
        assertThat(Documents.map(polled.get("result")).get("verdict")).isEqualTo("PASS");
        assertThat(agent.polls(second)).containsEntry("run_id", spawned.get("run_id"));
        assertThat(RunLock.holder(lab.workspace().workspace())).isPresent();

        Map<String, Object> merged = agent.merges();
        assertThat(merged)
                .containsEntry("pass_count", 1)
                .containsEntry("fail_count", 1)
                .containsEntry("savings_minutes", 5.0)
                .containsEntry("awaits_decision", false)
                .containsEntry("expected_lucky_passes", 0.8);
        assertThat(lab.statuses()).containsExactly("L0_PASSED", "L0_FAILED", "PENDING");
        assertThat(RunLock.holder(lab.workspace().workspace())).isEmpty();
        assertThat(journal()).contains("agent_id: backtester", "timeout_seconds: 7");
        assertThat((List<?>) agent.does("history", "{}").get("parallel_validation_metrics"))
                .hasSize(1);
    }

    @Test
    void eachStrategyIsGivenOneWorkerHoweverSoonItJoins() {
        Agent agent = lab("pass", "pass", "pass", "pass", "pass").agent();
        for (int round = 0; round < 5; round++) {
            List<String> ids = List.of("STR-101", "STR-102", "STR-103", "STR-104", "STR-105");
            List<String> workers = ids.stream().map(agent::spawns).toList();
            assertThat(started(agent.merges()))
                    .extracting(AttemptId::workerId)
                    .containsExactlyInAnyOrderElementsOf(workers);
        }
    }

    @Test
    void aMergedRunIsToldAgainByItsWorkersOrStrategies() {
        Agent agent = lab("pass", "fail", "pass").agent();
        String worker = agent.spawns("STR-101");
        agent.spawns("STR-102");
        Map<String, Object> merged = agent.merges();
        agent.does("validate", "{'strategies': ['STR-103']}");

        assertThat(agent.merges(worker, "STR-102")).isEqualTo(merged);
        assertThat(agent.merges("STR-101", "STR-103"))
                .containsEntry("pass_count", 2)
                .containsEntry("saved_seconds", null)
                .extractingByKey("run_ids", InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(agent.looksAt(worker)).containsEntry("status", "COMPLETED");
    }

    @Test
    void aTimeoutIsRetriedByAFreshWorker() {
        Agent agent = lab("timeout pass", "timeout").agent();
        String worker = agent.spawns("STR-101");
        String other = agent.spawns("STR-102");
        assertThat(agent.polls(worker)).containsEntry("status", "COMPLETED").containsEntry("attempt", 2);
        assertThat(agent.polls(other)).containsEntry("status", "TIMEOUT");
        assertThat(agent.merges()).containsEntry("timeout_count", 1);
    }

    @Test
    void whoLooksAwayLeavesTheWorkerAtWork() {
        Agent agent = lab("pass").agent();
        lab.workers().hold("STR-101");
        String worker = agent.spawns("STR-101");
        agent.person().goes();
        agent.isRefused(CANCELLED, POLL, "{'worker_id': '%s'}".formatted(worker));
        agent.isRefused(CANCELLED, MERGE, "{}");
        assertThat(agent.looksAt(worker)).containsEntry("status", "RUNNING");
        lab.workers().letGo("STR-101");
        assertThat(lab.agent().polls(worker)).containsEntry("status", "COMPLETED");
    }

    @Test
    void theProgressOfAWorkerIsTold() {
        Agent agent = lab("pass").agent();
        lab.workers().hold("STR-101");
        String worker = agent.spawns("STR-101");
        Thread.ofVirtual().start(() -> {
            until("progress was told", () -> agent.person().progress().contains(0.5));
            lab.workers().letGo("STR-101");
        });
        assertThat(agent.does(POLL, "{'worker_id': '%s', 'interval_seconds': 60}".formatted(worker)))
                .containsEntry("status", "COMPLETED")
                .containsEntry("progress", 1.0);
    }

    // ---- claims ----

    @Test
    void aClaimThatNoWorkerFollowedIsPutBack() {
        Agent agent = lab("pass", "pass").agent();
        assertThat(agent.does(UPDATE, update("STR-101", "L0", "VALIDATING"))).containsEntry("changed", true);
        assertThat(agent.does(UPDATE, update("STR-101", "L0", "VALIDATING"))).containsEntry("changed", false);
        assertThat(lab.statuses()).containsExactly("L0_VALIDATING", "PENDING");
        agent.spawns("STR-102");
        Map<String, Object> merged = agent.merges();
        assertThat(merged).containsEntry("pass_count", 1).containsEntry("fail_count", 0);
        assertThat(lab.statuses()).containsExactly("PENDING", "L0_PASSED");
    }

    @Test
    void aClaimThatAWorkerFollowsIsItsOwn() {
        Agent agent = lab("pass").agent();
        agent.does(UPDATE, update("STR-101", "L0", "VALIDATING"));
        String worker = agent.spawns("STR-101");
        assertThat(agent.polls(worker)).containsEntry("status", "COMPLETED");
        agent.merges();
        assertThat(lab.statuses()).containsExactly("L0_PASSED");
    }

    @Test
    void whatWaitsForAPlaceIsBeingValidatedAlready() {
        Agent agent = lab("pass", "pass", "pass", "pass", "pass").agent();
        List<String> ids = List.of("STR-101", "STR-102", "STR-103", "STR-104", "STR-105");
        ids.forEach(lab.workers()::hold);
        ids.forEach(agent::spawns);
        assertThat(agent.does(UPDATE, update("STR-105", "L0", "VALIDATING"))).containsEntry("changed", false);
        ids.forEach(lab.workers()::letGo);
        assertThat(agent.merges()).containsEntry("pass_count", 5);
    }

    @Test
    void claimsAloneAreNoRunToSpeakOf() {
        Agent agent = lab("pass").agent();
        agent.does(UPDATE, update("STR-101", "L0", "VALIDATING"));
        assertThat(agent.merges()).containsEntry("pass_count", 0).containsEntry("awaits_decision", false);
        assertThat(lab.statuses()).containsExactly("PENDING");
        assertThat(RunLock.holder(lab.workspace().workspace())).isEmpty();
        assertThat(agent.merges(agent.spawns("STR-101"))).containsEntry("pass_count", 1);
    }

    // ---- questions ----

    @Test
    void aQuestionGoesToThePersonWithItsPricesAndTheAnswerIsCarriedOut() {
        Agent agent = lab("fail", "few", "pass").agent();
        agent.person().isThereAndSays(EscalationOption.CONTINUE);
        List.of("STR-101", "STR-102", "STR-103").forEach(agent::spawns);
        assertThat(agent.merges()).containsEntry("awaits_decision", false);
        assertThat(agent.person().questions())
                .singleElement()
                .asString()
                .contains("What is to be done?", "- continue:", "- retry:", "- relax:", "- meeting:", "Noise alone");
        assertThat(journal()).contains("decision: continue", "decided_by: client");
    }

    @Test
    void withoutAPersonAQuestionStaysOpenAndSaysSo() {
        Agent agent = lab("fail", "few", "pass").agent();
        List.of("STR-101", "STR-102", "STR-103").forEach(agent::spawns);
        assertThat(agent.merges())
                .containsEntry("awaits_decision", true)
                .containsEntry("choices", List.of("continue", "retry", "relax", "meeting"));
        assertThat(agent.does("decide", "{'option': 'continue'}")).containsKey("escalation");
        assertThat(journal()).contains("decided_by: agent");
    }

    @Test
    void whereAllOfTheRunHavePassedL1FollowsAtOnceIfTheSettingsSaySoAndTheAnswerTellsOfIt() {
        Agent agent = lab("pass", "pass").agent();
        lab.workspace()
                .write(
                        ".crypto/config/parallel-validation.yaml",
                        "parallel_validation: {auto_escalate_to_l1: true, auto_retry: false}\n");
        List.of("STR-101", "STR-102").forEach(agent::spawns);
        Map<String, Object> merged = agent.merges();

        assertThat(merged).containsEntry("tier", "L0").containsEntry("pass_count", 2);
        assertThat(lab.statuses())
                .as("its workers measure nothing of L1")
                .containsExactly("FIXABLE_FAILURE", "FIXABLE_FAILURE");
        String followed = lab.workspace().newestRun();
        assertThat((List<?>) merged.get("run_ids")).singleElement().isNotEqualTo(followed);
        assertThat((List<?>) merged.get("remarks"))
                .singleElement()
                .asString()
                .startsWith("L1 followed at once, in run " + followed)
                .contains("0 of 2 passed L1");
        assertThat(merged).containsEntry("awaits_decision", true);
        assertThat(agent.does("decide", "{'option': 'continue'}")).containsEntry("run_id", followed);
    }

    @Test
    void whereSomeOfTheRunHaveFailedNothingFollowsWhateverTheSettingsSay() {
        Agent agent = lab("pass", "pass", "fail").agent();
        lab.workspace()
                .write(
                        ".crypto/config/parallel-validation.yaml",
                        "parallel_validation: {auto_escalate_to_l1: true, auto_retry: false}\n");
        List.of("STR-101", "STR-102", "STR-103").forEach(agent::spawns);

        assertThat((List<?>) agent.merges().get("remarks")).isEmpty();
        assertThat(lab.statuses()).containsExactly("L0_PASSED", "L0_PASSED", "L0_FAILED");
    }

    // ---- the end of the process ----

    @Test
    void whoeverEndsStopsItsWorkersAndKeepsWhatTheyFound() {
        Agent agent = lab("pass", "pass", "pass").agent();
        lab.workers().hold("STR-102");
        String done = agent.spawns("STR-101");
        agent.polls(done);
        String cut = agent.spawns("STR-102");
        agent.does(UPDATE, update("STR-103", "L0", "VALIDATING"));
        until("it is at work", () -> lab.workers().running() == 1);

        agent.close();

        assertThat(lab.workers().running()).isZero();
        assertThat(lab.statuses()).containsExactly("L0_PASSED", "PENDING", "PENDING");
        assertThat(RunLock.holder(lab.workspace().workspace())).isEmpty();
        Agent next = lab.agent();
        assertThat(next.looksAt(done)).containsEntry("status", "COMPLETED");
        assertThat(next.looksAt(cut))
                .containsEntry("status", "ERROR")
                .extractingByKey("stage")
                .asString()
                .contains("was stopped", "spawn it again");
        assertThat(next.isRefused(REFUSED, MERGE, "{'results_list': ['%s']}".formatted(cut))
                        .get("message"))
                .asString()
                .contains("ended without a result of STR-102; spawn it again");
        assertThat(next.merges(done)).containsEntry("pass_count", 1);
    }

    @Test
    void aRunThatWasCutOffIsTakenUpByTheNextSpawn() {
        String first = aRunIsCutOff();
        String run = lab.workspace().newestRun();
        Agent next = lab.agent();
        assertThat(Agent.validation(lab.workers())
                        .worker(lab.workspace().workspace(), SECOND)
                        .orElseThrow()
                        .state())
                .isEqualTo(WorkerLook.State.INTERRUPTED);
        next.isRefused(FILE, "validate", "{}");
        assertThat(next.isRefused(REFUSED, SPAWN, spec("STR-102", "L0")).get("message"))
                .asString()
                .contains("already as " + SECOND);

        assertThat(next.looksAt(first)).as("it has its result").containsEntry("status", "COMPLETED");
        Map<String, Object> merged = next.merges(first, SECOND);

        assertThat(merged).containsEntry("run_ids", List.of(run)).containsEntry("pass_count", 1);
        assertThat(lab.statuses()).containsExactly("L0_PASSED", "L0_FAILED", "PENDING");
        assertThat(started(merged))
                .as("what had finished is not run again, nor is what was only claimed")
                .extracting(id -> id.strategy().value())
                .containsExactly("STR-101", "STR-102");
    }

    @Test
    void whoResumesTheRunByHandLeavesAloneWhatWasOnlyClaimed() {
        aRunIsCutOff();
        Agent.validation(lab.workers())
                .resume(lab.workspace().workspace(), RunWishes.NONE)
                .execute();
        assertThat(lab.statuses()).containsExactly("L0_PASSED", "L0_FAILED", "PENDING");
    }

    @Test
    void whoeverLooksAtACutOffWorkerHasItsRunTakenUpWhereItCanStay() {
        aRunIsCutOff();
        List<String> asked = new ArrayList<>();
        // As the command `tool` has it, which ends before its workers do.
        Hosting elsewhere = (_, tool, _) -> {
            asked.add(tool);
            throw new ToolException(ToolException.Kind.STOPPED, "there");
        };
        Agent passing = lab.agent(elsewhere);
        passing.isRefused(STOPPED, POLL, "{'worker_id': '%s'}".formatted(SECOND));
        passing.isRefused(STOPPED, MERGE, "{}");
        assertThat(asked).containsExactly(POLL, MERGE);
        assertThat(passing.tools().hasOpenRun()).isFalse();

        assertThat(lab.agent().polls(SECOND)).containsEntry("status", "COMPLETED");
    }

    /// @return the worker of STR-101, which had finished; [#SECOND] had not begun with STR-102, STR-103 was only
    /// claimed
    private String aRunIsCutOff() {
        Agent agent = lab("pass", "fail", "pass").agent();
        String first = agent.spawns("STR-101");
        agent.polls(first);
        agent.merges();
        // What a killed process leaves: a plan without an end, its last worker without one too, and claims.
        String run = lab.workspace().newestRun();
        String plan = ".crypto/pipeline/parallel-validation-" + run + ".yaml";
        String text = lab.workspace().read(plan);
        String joined = text.lines()
                .filter(line -> line.contains("event: joined"))
                .findFirst()
                .orElseThrow();
        String whole =
                text.substring(0, text.indexOf("summary:")).replaceAll("(?m)^(pid|host|process_started_at):.*\n", "");
        lab.workspace()
                .write(
                        plan,
                        whole
                                + joined.replace("STR-101", "STR-102").replace(first, SECOND) + "\n"
                                + joined.replace("STR-101", "STR-103")
                                        .replaceAll(", spawn: \\{.*}}", "}")
                                        .replace(first, "none")
                                + "\n");
        lab.writesStatus("STR-101", "L0_VALIDATING");
        lab.writesStatus("STR-102", "L0_VALIDATING");
        lab.writesStatus("STR-103", "L0_VALIDATING");
        return first;
    }
}
