package io.github.parallelvalidation.run;

import static io.github.parallelvalidation.TestWorkspace.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.result.AttemptCard;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.worker.BuiltInInspector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run notices about its workers while they run, and what it keeps of them.
@NullUnmarked // JUnit fills the fields
class AttentionTest {
    @TempDir
    private Path folder;

    private static Validation validation(MachineMemory machine) {
        return new LocalValidation(
                Program.workers(),
                new BuiltInInspector(Trust.ACCEPTANCES),
                MemoryProbe.ofSystem(),
                machine,
                Clock.systemUTC(),
                Trust.ACCEPTANCES);
    }

    private static Optional<String> remark(Validation.Run run, String id) {
        return run.board().snapshot().slots().stream()
                .filter(slot -> slot instanceof Slot.Busy busy
                        && busy.id().value().equals(id)
                        && !busy.remark().isEmpty())
                .map(slot -> ((Slot.Busy) slot).remark())
                .findFirst();
    }

    @Test
    void aWorkerWaitsForMemoryAndThePlanSaysWhy() throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder, "resource_limits: {memory_per_worker_mb: 200}")
                .strategy("STR-101", "await go", PASS)
                .strategy("STR-102", "await go", PASS)
                .strategy("STR-103", PASS);
        // Room for two that grow to 200 MB each, not for a third.
        Validation.Run run = validation(() -> 450).start(workspace.workspace(), RunRequest.of(Tier.L0));
        CompletableFuture<RunOutcome> outcome = CompletableFuture.supplyAsync(run::execute);
        TestWorkspace.until(
                "the third one waits",
                () -> run.board().snapshot().slots().stream().anyMatch(Slot.Waiting.class::isInstance));
        workspace.write("go", "");

        RunOutcome ended = outcome.get(60, TimeUnit.SECONDS);
        assertThat(ended.summary().passed()).isEqualTo(3);
        assertThat(ended.alerts())
                .anyMatch(alert -> alert.contains(
                        "had to wait for memory: 2 of 3 slots used: 450 MB free, a worker may take 200 MB"));
        assertThat(workspace.read(
                        ".crypto/pipeline/parallel-validation-" + ended.plan().runId() + ".yaml"))
                .contains("event: waits", "a worker may take 200 MB");
    }

    @Test
    void aMachineWithoutEnoughMemoryStillRunsOneAtATimeAndSaysSo() {
        TestWorkspace workspace =
                TestWorkspace.in(folder).strategy("STR-101", PASS).strategy("STR-102", PASS);
        RunOutcome ended = validation(() -> 50)
                .start(workspace.workspace(), RunRequest.of(Tier.L0))
                .execute();
        assertThat(ended.summary().passed()).isEqualTo(2);
        assertThat(ended.alerts())
                .anyMatch(alert ->
                        alert.startsWith("50 MB free, a worker may take 200 MB: one was started all the same, alone"));
    }

    @Test
    void whoWaitsForMemoryCanBeCancelled() throws Exception {
        TestWorkspace workspace =
                TestWorkspace.in(folder).strategy("STR-101", "await go").strategy("STR-102", PASS);
        Validation.Run run = validation(() -> 50).start(workspace.workspace(), RunRequest.of(Tier.L0));
        CompletableFuture<RunOutcome> outcome = CompletableFuture.supplyAsync(run::execute);
        TestWorkspace.until(
                "one waits", () -> run.board().snapshot().slots().stream().anyMatch(Slot.Waiting.class::isInstance));
        run.cancel();
        assertThat(outcome.get(20, TimeUnit.SECONDS).cancelled()).isTrue();
    }

    @Test
    void aStragglerIsRemarkedOnAndNotEnded() throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder)
                .strategy("STR-101", PASS)
                .strategy("STR-102", PASS)
                .strategy("STR-103", PASS)
                .strategy("STR-104", "await go", PASS);
        Validation.Run run = TestWorkspace.validation().start(workspace.workspace(), RunRequest.of(Tier.L0));
        long start = System.nanoTime();
        CompletableFuture<RunOutcome> outcome = CompletableFuture.supplyAsync(run::execute);
        TestWorkspace.until("it is remarked on", () -> remark(run, "STR-104").isPresent());
        assertThat(remark(run, "STR-104").orElseThrow()).startsWith("slow: the others take ");
        // None of the others took longer than all this did: it is slow beside any median of them.
        long soFar = System.nanoTime() - start;
        TestWorkspace.until("it takes far longer", () -> System.nanoTime() - start > 3 * soFar);
        workspace.write("go", "");

        RunOutcome ended = outcome.get(60, TimeUnit.SECONDS);
        assertThat(ended.summary().passed()).isEqualTo(4);
        assertThat(ended.alerts())
                .filteredOn(alert -> alert.contains("STR-104"))
                .singleElement()
                .asString()
                .contains("STR-104 took ", "more than twice the median");
    }

    @Test
    void everyAttemptLeavesACardAlsoForThoseWhoReadTheFilesLater() {
        TestWorkspace workspace = TestWorkspace.in(folder)
                .strategy("STR-101", "[1] error STRATEGY_ERROR division by zero", "[2] " + PASS)
                .strategy("STR-102", "error STRATEGY_ERROR index 7 is out of range")
                .strategy("STR-103", "print last words", "halt 3")
                .strategy("STR-104", PASS);
        RunOutcome ended = TestWorkspace.validation()
                .start(workspace.workspace(), RunRequest.of(Tier.L0))
                .execute();
        RunOutcome later = TestWorkspace.validation()
                .outcome(workspace.workspace(), ended.plan().runId())
                .orElseThrow();

        for (RunOutcome outcome : List.of(ended, later)) {
            assertThat(kinds(outcome, 0)).containsExactly(FailureClass.NON_DETERMINISTIC, null);
            assertThat(kinds(outcome, 1)).containsExactly(FailureClass.EXCEPTION, FailureClass.EXCEPTION);
            assertThat(kinds(outcome, 2)).hasSize(4).containsOnly(FailureClass.NO_RESULT);
            assertThat(kinds(outcome, 3)).hasSize(1).containsOnlyNulls();
            AttemptCard card = outcome.strategies().get(2).effort().cards().getLast();
            assertThat(card.ending().exit()).isEqualTo("exit status 3");
            assertThat(card.lastLines()).containsExactly("last words");
            assertThat(card.command()).contains("PV_ATTEMPT=4", "ScriptedWorker");
        }
        assertThat(ended.alerts()).anyMatch(alert -> alert.startsWith("STR-101 is not deterministic"));
        assertThat(workspace.read(
                        ".crypto/pipeline/parallel-validation-" + later.plan().runId() + ".yaml"))
                .contains("class: no_result", "exit_status: 3")
                .doesNotContain("attempt_details");
    }

    private static List<FailureClass> kinds(RunOutcome outcome, int strategy) {
        StrategyResult result = outcome.strategies().get(strategy);
        return result.effort().cards().stream()
                .map(card -> card.ending().kind())
                .toList();
    }
}
