package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class RelaxedMarkTest {
    private static final StrategyId ID = new StrategyId("STR-101");
    private static final Instant AT = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void passedL0UnderRelaxedThresholds() throws IOException {
        file = folder.resolve("queue.yaml");
        Files.writeString(file, "- id: STR-101\n  status: L0_FAILED   # his\n  next: kept\n");
        judged(Tier.L0, Status.L0_PASSED, Map.of("ic", 0.009));
    }

    private String judged(Tier tier, Status status, Map<String, Double> relaxed) throws IOException {
        QueueFile queue = new QueueFile(file);
        // A decision to relax comes after the run.
        if (tier == Tier.L1 && relaxed.isEmpty()) {
            queue.apply(List.of(new StatusChange.Begin(ID, Status.L1_VALIDATING, Status.L0_PASSED.name())));
        }
        assertThat(queue.apply(List.of(new StatusChange.Finish(ID, tier, status, null, AT, relaxed)))
                        .refused())
                .isEmpty();
        return Files.readString(file);
    }

    @Test
    void whoReadsTheQueueSeesItAndNothingWhereSomebodyElseKeepsAnotherForm() throws IOException {
        assertThat(new QueueFile(file).read().find(ID).orElseThrow().relaxedGates())
                .contains("ic=0.009");
        for (String other : List.of("{ic: 0.009}", "null", "[ic]", "")) {
            Files.writeString(file, "- {id: STR-101, status: L0_PASSED, relaxed_gates: %s}%n".formatted(other));
            assertThat(new QueueFile(file).read().find(ID).orElseThrow().relaxedGates())
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void itStaysWithEveryVerdictAtL1() throws IOException {
        assertThat(judged(Tier.L1, Status.L1_PASSED, Map.of()))
                .contains("status: L1_PASSED", "relaxed_gates: \"ic=0.009\"");
    }

    @Test
    void itStaysWhereTheStatusDoesNotTellTheTierAlsoWhenThatIsWrittenTwice() throws IOException {
        assertThat(judged(Tier.L1, Status.FIXABLE_FAILURE, Map.of())).contains("relaxed_gates: \"ic=0.009\"");
        new QueueFile(file)
                .apply(List.of(new StatusChange.Finish(ID, Tier.L1, Status.FIXABLE_FAILURE, null, AT, Map.of())));

        assertThat(file).content().contains("status: FIXABLE_FAILURE", "relaxed_gates: \"ic=0.009\"");
    }

    @Test
    void whatIsRelaxedAtL1IsMarkedBesideItAndReplacesAnEarlierMarkOfL1() throws IOException {
        Files.writeString(file, Files.readString(file).replace("\"ic=0.009\"", "\"ic=0.009 sharpe=0.4 trades=20\""));
        assertThat(judged(Tier.L1, Status.L1_FAILED, Map.of())).contains("relaxed_gates: \"ic=0.009\"");

        assertThat(judged(Tier.L1, Status.L1_PASSED, Map.of("sharpe", 0.3)))
                .contains("relaxed_gates: \"ic=0.009 sharpe=0.3\"");
    }

    @Test
    void aVerdictAtL0TakesItAway() throws IOException {
        new QueueFile(file).apply(List.of(new StatusChange.Again(ID)));

        assertThat(judged(Tier.L0, Status.L0_PASSED, Map.of())).contains("relaxed_gates: null", "# his", "next: kept");
    }
}
