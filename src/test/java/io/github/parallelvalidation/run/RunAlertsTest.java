package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.fix.FixAttempt;
import io.github.parallelvalidation.fix.FixAttempts;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// All alerts of a run from what it found, without a file.
class RunAlertsTest {
    private static final StrategyId ONE = new StrategyId("STR-101");
    private static final StrategyId TWO = new StrategyId("STR-102");
    private static final FixAttempts NO_FIXES = new FixAttempts(Map.of(), List.of());
    private static final QueueFile.Applied QUIET = queue(List.of());

    private static RunFindings found(FixAttempts fixes, String... alerts) {
        ExecutionPlan plan = new ExecutionPlan(
                "2026-11-22-143000",
                Instant.EPOCH,
                Tier.L0,
                1,
                1,
                List.of(new PlannedStrategy(ONE, "", " PENDING", 1)),
                OptionalInt.empty(),
                ChainLink.FIRST);
        return new RunFindings(
                new RunOutcome(plan, false, false, List.of(), null, RunTiming.NONE, null, List.of(alerts)),
                List.of(),
                List.of(),
                fixes);
    }

    private static QueueEntry entry(StrategyId id, Status status, String written) {
        return new QueueEntry(
                id,
                "",
                status,
                written,
                Optional.of(written),
                Optional.empty(),
                0,
                1,
                Optional.empty(),
                Optional.empty());
    }

    private static QueueFile.Applied queue(List<StatusChange> refused, QueueEntry... entries) {
        return new QueueFile.Applied(new Queue(List.of(entries)), refused);
    }

    private static StatusChange verdict(StrategyId id) {
        return new StatusChange.Finish(id, Tier.L0, Status.L0_PASSED, null, Instant.EPOCH, Map.of());
    }

    private static List<String> alerts(RunFindings found, QueueFile.Applied queue) {
        return RunAlerts.of(found, Settings.DEFAULT, queue);
    }

    @Test
    void aQuietRunHasNone() {
        assertThat(alerts(found(NO_FIXES), QUIET)).isEmpty();
    }

    @Test
    void aVerdictThatTheQueueDidNotTakeIsSaidWithTheStatusThatStandsThere() {
        QueueFile.Applied queue = queue(List.of(verdict(ONE), verdict(TWO)), entry(ONE, Status.FOREIGN, "ON_HOLD"));
        assertThat(alerts(found(NO_FIXES), queue))
                .containsExactly(
                        "STR-101 was given the status 'ON_HOLD' by another program meanwhile and was left so",
                        "STR-102 is no longer in the queue; its verdict is in the plan file");
    }

    @Test
    void whoWasTakenOutBeforeItsTurnHasNoVerdict() {
        assertThat(alerts(found(NO_FIXES), queue(List.of(new StatusChange.Restore(TWO, " PENDING")))))
                .containsExactly("STR-102 is no longer in the queue; it was not run");
    }

    @Test
    void aQueueThatGrewIsSaidWithBothDepths() {
        QueueFile.Applied queue =
                queue(List.of(), entry(ONE, Status.PENDING, "PENDING"), entry(TWO, Status.PENDING, "PENDING"));
        assertThat(alerts(found(NO_FIXES), queue))
                .containsExactly("the queue grew from 1 to 2 waiting strategies while this run was on");
    }

    @Test
    void otherNumbersThatPassedAreSaidAndSoIsWhatCouldNotBeReadOfThem() {
        FixAttempt fix = new FixAttempt(
                new ParameterVariation(2, 0.8, Map.of("level", 30.0), Map.of("level", 24.0)),
                FailureReason.SIGNAL_FREQUENCY_LOW,
                "aa",
                Metrics.NONE,
                List.of(),
                true,
                "");
        FixAttempts fixes = new FixAttempts(Map.of(ONE, List.of(fix)), List.of("fix-attempt-1.yaml is broken"));
        assertThat(alerts(found(fixes), QUIET))
                .containsExactly(
                        "STR-101 failed as it is written, but passes L0 with level 24 instead of 30"
                                + " (fix-attempt-2, after 1 further trial)",
                        "fix-attempt-1.yaml is broken");
    }

    @Test
    void thoseOfARunThatIsRecordedAgainAreSaidOnceAndComeFirst() {
        String left = "STR-102 is no longer in the queue; its verdict is in the plan file";
        assertThat(alerts(found(NO_FIXES, "it was slow", left), queue(List.of(verdict(TWO)))))
                .containsExactly("it was slow", left);
    }
}
