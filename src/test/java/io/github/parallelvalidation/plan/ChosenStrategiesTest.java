package io.github.parallelvalidation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.display.ChosenText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenStrategiesTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING, true, false",
        "L0_FAILED, true, false",
        "L0_PASSED, true, true",
        "L1_FAILED, true, true",
        "FIXABLE_FAILURE, true, false",
        "ERROR, true, false",
        "FOREIGN, false, false"
    })
    void whatMayRunAtEachTier(Status status, boolean atL0, boolean atL1) {
        assertThat(choose(Tier.L0, status).isComplete()).isEqualTo(atL0);
        assertThat(choose(Tier.L1, status).isComplete()).isEqualTo(atL1);
    }

    @Test
    void aStatusThatDoesNotTellItsTierIsBelievedWhereTheResultAtL0IsAPass() {
        Queue queue = queue(Status.FIXABLE_FAILURE);

        assertThat(ChosenStrategies.of(
                                queue,
                                ids(queue),
                                Tier.L1,
                                new L0Passes(Map.of(ids(queue).getFirst(), true)))
                        .taken())
                .hasSize(1);
    }

    @Test
    void theWordsNameOneAndCountTheOthers() {
        ChosenStrategies chosen =
                choose(Tier.L1, Status.L0_FAILED, Status.L0_FAILED, Status.L0_FAILED, Status.FOREIGN, Status.L0_PASSED);

        assertThat(chosen.taken()).hasSize(1);
        assertThat(chosen.insisted()).hasSize(4).doesNotContain(new StrategyId("STR-204"));
        assertThat(ChosenText.notPassed(chosen)).contains("STR-201 and 2 others have not passed L0");
        assertThat(ChosenText.refusal(chosen)).contains("STR-204 has a status of another program and is left alone.");
    }

    private static ChosenStrategies choose(Tier tier, Status... statuses) {
        Queue queue = queue(statuses);
        return ChosenStrategies.of(queue, ids(queue), tier, L0Passes.NONE);
    }

    private static List<StrategyId> ids(Queue queue) {
        return queue.entries().stream().map(QueueEntry::id).toList();
    }

    static Queue queue(Status... statuses) {
        return new Queue(IntStream.range(0, statuses.length)
                .mapToObj(i -> new QueueEntry(
                        new StrategyId("STR-20" + (i + 1)),
                        "name",
                        statuses[i],
                        statuses[i].name(),
                        Optional.of(" " + statuses[i]),
                        Optional.empty(),
                        i,
                        i + 1,
                        Optional.empty(),
                        Optional.empty()))
                .toList());
    }
}
