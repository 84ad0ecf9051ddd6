package io.github.parallelvalidation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static StrategyId id(int number) {
        return new StrategyId("STR-" + (200 + number));
    }

    private static QueueEntry entry(int number, String status, Double... priority) {
        return new QueueEntry(
                id(number),
                "name " + number,
                Status.parse(status),
                status,
                Optional.of(" " + status),
                priority.length == 0 ? Optional.empty() : Optional.of(priority[0]),
                number,
                number,
                Optional.empty(),
                Optional.empty());
    }

    private static Queue pending(int count) {
        List<QueueEntry> entries = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            entries.add(entry(i, "PENDING"));
        }
        return new Queue(entries);
    }

    private static ExecutionPlan plan(Queue queue, RunRequest request) {
        return new Planner(Settings.DEFAULT, new Estimates(Map.of(id(1), 3.0, id(2), 5.0)), L0Passes.NONE)
                .plan(queue, request, "run", NOW);
    }

    private static RunRequest request(int workers, int most) {
        return new RunRequest(
                Tier.L0,
                workers == 0 ? OptionalInt.empty() : OptionalInt.of(workers),
                most == 0 ? OptionalInt.empty() : OptionalInt.of(most),
                List.of(),
                OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "1, 0, 0, 1, 1",
        "2, 0, 0, 2, 2",
        "3, 0, 0, 3, 3",
        "9, 0, 0, 9, 4",
        "9, 2, 0, 9, 2",
        "9, 0, 3, 3, 3",
        "9, 4, 1, 1, 1",
    })
    void neverMoreWorkersThanStrategiesAskedForOrFour(int pending, int workers, int most, int planned, int expected) {
        ExecutionPlan plan = plan(pending(pending), request(workers, most));
        assertThat(plan.strategies()).hasSize(planned);
        assertThat(plan.workers()).isEqualTo(expected);
        assertThat(plan.queueDepth()).isEqualTo(pending);
    }

    @Test
    void whatIsTooMuchForOneRunGoesOnWaiting() {
        ExecutionPlan plan = plan(pending(10_005), request(0, 0));

        assertThat(plan.strategies()).hasSize(10_000);
        assertThat(plan.queueDepth()).isEqualTo(10_005);
        assertThat(plan(pending(10_005), request(0, 20_000)).strategies()).hasSize(10_000);
    }

    @Test
    void theSettingsMayAllowFewerWorkersThanAreAskedFor() {
        Settings two = new Settings(
                new Settings.Parallelism(2, 2),
                Settings.DEFAULT.timeouts(),
                Settings.DEFAULT.failures(),
                Settings.DEFAULT.resources(),
                Settings.DEFAULT.monitoring(),
                false,
                Settings.DEFAULT.programs());
        Planner planner = new Planner(two, new Estimates(Map.of()), L0Passes.NONE);
        assertThat(planner.plan(pending(9), request(4, 0), "run", NOW).workers())
                .isEqualTo(2);
        assertThat(planner.plan(pending(9), request(1, 0), "run", NOW).workers())
                .isEqualTo(1);
    }

    @Test
    void priorityGoesBeforePlace() {
        Queue queue = new Queue(List.of(
                entry(1, "PENDING"),
                entry(2, "PENDING", 2.0),
                entry(3, "L0_PASSED"),
                entry(4, "PENDING", 1.0),
                entry(5, "queued")));
        assertThat(plan(queue, request(0, 0)).strategies())
                .extracting(PlannedStrategy::id)
                .containsExactly(id(4), id(2), id(1), id(5));
    }

    @Test
    void aStrategyThatWasNeverMeasuredIsExpectedToTakeTheMedian() {
        assertThat(plan(pending(3), request(0, 0)).strategies())
                .extracting(PlannedStrategy::estimatedSeconds)
                .containsExactly(3.0, 5.0, 4.0);
    }

    @Test
    void aNamedStrategyIsTakenUnlessItIsUnknownOrSomebodyElses() {
        Queue queue = new Queue(List.of(entry(1, "L0_FAILED"), entry(2, "LIVE")));
        RunRequest known = new RunRequest(
                Tier.L0, OptionalInt.empty(), OptionalInt.empty(), List.of(id(1), id(1)), OptionalInt.empty());
        assertThat(plan(queue, known).strategies()).hasSize(1);
        for (int wrong : new int[] {2, 3}) {
            RunRequest request = new RunRequest(
                    Tier.L0, OptionalInt.empty(), OptionalInt.empty(), List.of(id(wrong)), OptionalInt.empty());
            assertThatThrownBy(() -> plan(queue, request))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining(id(wrong).value());
        }
    }
}
