package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Entries that share text through anchors, and very long queues.
@Tag("alone") // measures how long things take
class SharedAnchorsTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final StrategyId FIRST = new StrategyId("STR-201");
    private static final StrategyId SECOND = new StrategyId("STR-202");

    private static QueueEditor editor(String text) {
        return new QueueEditor(QueueDocument.parse(new Source(Path.of("queue.yaml"), text)));
    }

    private static String apply(String text, StatusChange... changes) {
        return editor(text).apply(List.of(changes)).text();
    }

    private static StatusChange begin(StrategyId id) {
        return new StatusChange.Begin(id, Status.L0_VALIDATING, null);
    }

    private static StatusChange failed(StrategyId id) {
        return new StatusChange.Finish(id, Tier.L0, Status.L0_FAILED, "ic", AT, Map.of());
    }

    private static StatusChange passed(StrategyId id) {
        return new StatusChange.Finish(id, Tier.L0, Status.L0_PASSED, null, AT, Map.of());
    }

    @Test
    void anEntryThatLendsAnotherItsStatusIsNotChangedAlone() {
        String text = "- {id: STR-201, status: &s PENDING}\n- {id: STR-202, status: *s}\n";
        assertThatThrownBy(() -> apply(text, begin(FIRST)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("queue.yaml:2:")
                .hasMessageContaining("left alone");
        assertThat(apply(text, begin(SECOND)))
                .isEqualTo("- {id: STR-201, status: &s PENDING}\n- {id: STR-202, status: L0_VALIDATING}\n");
        assertThat(apply(text, begin(FIRST), begin(SECOND)))
                .isEqualTo("- {id: STR-201, status: &s L0_VALIDATING}\n- {id: STR-202, status: L0_VALIDATING}\n");
    }

    @Test
    void anAliasIsPutBackInPlainWordsWhenItsAnchorHasAVerdictNow() {
        String text = "- {id: STR-201, status: &s L0_VALIDATING}\n- {id: STR-202, status: L0_VALIDATING}\n";
        assertThat(apply(text, failed(FIRST), new StatusChange.Restore(SECOND, " *s")))
                .contains("&s L0_FAILED")
                .contains("{id: STR-202, status: PENDING}");
    }

    @Test
    void anAliasWhoseAnchorIsGoneIsPutBackInPlainWords() {
        assertThat(apply("- {id: STR-201, status: L1_VALIDATING}\n", new StatusChange.Restore(FIRST, " *gone")))
                .isEqualTo("- {id: STR-201, status: L0_PASSED}\n");
    }

    @Test
    void whatAnEntryInheritsFromAnotherEntryIsSaidInItsOwnWords() {
        String text = "- &one\n  id: STR-201\n  status: PENDING\n- <<: *one\n  id: STR-202\n";
        assertThatThrownBy(() -> apply(text, begin(FIRST))).isInstanceOf(ProblemException.class);
        String underway = apply(text, begin(FIRST), begin(SECOND));
        assertThat(apply(underway, failed(FIRST), passed(SECOND))).isEqualTo("""
            - &one
              id: STR-201
              status: L0_FAILED
              updated_at: 2026-01-02T03:04:05Z
              failure_reason: ic
            - <<: *one
              id: STR-202
              status: L0_PASSED
              updated_at: 2026-01-02T03:04:05Z
              failure_reason: null
              relaxed_gates: null
            """);
    }

    @Test
    void anEntryThatStandsElsewhereTooIsRefused() {
        assertThatThrownBy(() -> apply("all:\n- &e {id: STR-201}\nqueue:\n- *e\n", begin(FIRST)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("left alone");
    }

    /// Four times the entries may take four times as long, and not sixteen times.
    @Test
    void theTimeOfAnEditGrowsWithTheQueueAndNotWithItsSquare() {
        double few = IntStream.range(0, 5)
                .mapToDouble(_ -> secondsToBegin(2_500))
                .min()
                .orElseThrow();
        double many = IntStream.range(0, 3)
                .mapToDouble(_ -> secondsToBegin(10_000))
                .min()
                .orElseThrow();
        assertThat(many).isLessThan(12 * few + 0.2);
    }

    private static double secondsToBegin(int entries) {
        String text = IntStream.range(0, entries)
                .mapToObj(
                        "  - id: STR-%05d  # one of many\n    name: strategy\n    status: PENDING\n    priority: 3\n"
                                ::formatted)
                .collect(Collectors.joining("", "queue:\n", ""));
        StatusChange[] all = IntStream.range(0, entries)
                .mapToObj(i -> begin(new StrategyId("STR-%05d".formatted(i))))
                .toArray(StatusChange[]::new);
        long start = System.nanoTime();
        assertThat(apply(text, all)).isEqualTo(text.replace("PENDING", "L0_VALIDATING"));
        return (System.nanoTime() - start) / 1e9;
    }
}
