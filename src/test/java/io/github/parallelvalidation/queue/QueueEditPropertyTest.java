package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random status changes over every style of the corpus, seen with SnakeYAML's own loader, which our reading of the
/// file does not use.
class QueueEditPropertyTest {
    private static final long SEED = 20_261_122;
    private static final int ROUNDS = 12;
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    static Stream<String> accepted() {
        return QueueCorpus.accepted().keySet().stream();
    }

    static Stream<String> refused() {
        return QueueCorpus.refused().keySet().stream();
    }

    private static QueueDocument parse(String text) {
        return QueueDocument.parse(new Source(Path.of("queue.yaml"), text));
    }

    private static String apply(String text, List<? extends StatusChange> changes) {
        QueueEditor.Edited edited = new QueueEditor(parse(text)).apply(changes);
        assertThat(edited.refused()).isEmpty();
        QueueDocument read = parse(edited.text());
        assertThat(edited.document().queue()).isEqualTo(read.queue());
        if (edited.document() instanceof QueueListing) {
            assertThat(edited.document()).isEqualTo(read);
        }
        return edited.text();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatIsNotMeantStaysByteForByteAndPuttingBackRestoresTheRest(String name) {
        String text = QueueCorpus.accepted(name);
        Random random = new Random(SEED + name.hashCode());
        List<QueueEntry> waiting = parse(text).queue().awaiting(Tier.L0);
        assertThat(waiting).isNotEmpty();
        for (int round = 0; round < ROUNDS; round++) {
            List<QueueEntry> chosen = some(waiting, random);
            List<StatusChange> begin = chosen.stream()
                    .<StatusChange>map(entry -> new StatusChange.Begin(
                            entry.id(),
                            Status.L0_VALIDATING,
                            entry.statusWritten().orElse(null)))
                    .toList();
            String underway = apply(text, begin);
            SaidByTheFile.requireOnly(text, underway, begin);
            assertThat(apply(underway, begin)).isEqualTo(underway);
            assertThat(apply(
                            underway,
                            chosen.stream().map(QueueEditPropertyTest::back).toList()))
                    .isEqualTo(text);

            List<StatusChange> verdicts = chosen.stream()
                    .map(entry -> random.nextInt(4) == 0 ? back(entry) : verdict(entry.id(), random))
                    .toList();
            String judged = apply(underway, verdicts);
            SaidByTheFile.requireOnly(underway, judged, verdicts);
            List<StatusChange> reached = verdicts.stream()
                    .filter(StatusChange.Finish.class::isInstance)
                    .toList();
            assertThat(apply(judged, reached)).isEqualTo(judged);
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoQueueIsRefusedWithLineAndColumn(String name) {
        QueueCorpus.Refused refused = QueueCorpus.refused(name);
        assertThatThrownBy(() -> parse(refused.text()))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("queue.yaml:" + refused.place() + ": ");
    }

    private static List<QueueEntry> some(List<QueueEntry> entries, Random random) {
        List<QueueEntry> chosen = new ArrayList<>(entries);
        chosen.removeIf(entry -> random.nextBoolean());
        return chosen.isEmpty() ? entries : chosen;
    }

    private static StatusChange back(QueueEntry entry) {
        return new StatusChange.Restore(entry.id(), entry.statusWritten().orElse(null));
    }

    private static StatusChange verdict(StrategyId id, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new StatusChange.Finish(id, Tier.L0, Status.L0_PASSED, null, AT, Map.of());
            // A relaxed pass follows a failure; here the text counts.
            case 1 -> new StatusChange.Finish(id, Tier.L0, Status.ERROR, null, AT, Map.of("min_ic", 0.018));
            case 2 -> new StatusChange.Finish(id, Tier.L0, Status.L0_FAILED, "ic_below_threshold", AT, Map.of());
            case 3 -> new StatusChange.Finish(id, Tier.L0, Status.ERROR, "a: \"b\"\t\\ c\u2028\u0007", AT, Map.of());
            default -> new StatusChange.Begin(id, Status.L0_TIMEOUT, null);
        };
    }
}
