package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Queues of more entries than anybody reads.
class LargeQueueTest {
    private static final int MANY = 10_000;
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private static String blocks(int entries) {
        return IntStream.range(0, entries)
                .mapToObj(i -> "  - id: STR-%d\n    name: idea %d\n    status: PENDING\n".formatted(100_000 + i, i))
                .collect(Collectors.joining("", "queue:\n", ""));
    }

    private static String json(int entries) {
        return IntStream.range(0, entries)
                .mapToObj(i -> "{\"id\": \"STR-%d\", \"status\": \"PENDING\"}".formatted(100_000 + i))
                .collect(Collectors.joining(", ", "{\"queue\": [", "]}"));
    }

    private static QueueDocument parse(String text) {
        return QueueDocument.parse(new Source(Path.of("queue.yaml"), text));
    }

    private static List<StatusChange> changes(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> new StrategyId("STR-" + (100_000 + number)))
                .<StatusChange>map(id ->
                        new StatusChange.Finish(id, Tier.L0, Status.L0_FAILED, "ic_below_threshold", AT, Map.of()))
                .toList();
    }

    @Test
    void tenThousandEntriesAreReadAndEditedSoon() {
        String text = blocks(MANY);
        assertTimeout(Duration.ofSeconds(10), () -> {
            QueueDocument document = parse(text);
            for (int i = 0; i < 100; i++) {
                document = new QueueEditor(document)
                        .apply(changes(i, MANY - 1 - i))
                        .document();
            }
            assertThat(document.queue().entries()).hasSize(MANY);
            assertThat(document).isEqualTo(parse(document.source().text()));
        });
    }

    @Test
    void anEditReadsTheEntriesThatItChangesAndNoOther() {
        for (String text : List.of(blocks(100), json(100))) {
            QueueDocument before = parse(text);
            QueueDocument after =
                    new QueueEditor(before).apply(changes(3, 50, 51)).document();
            assertThat(after)
                    .isInstanceOf(QueueListing.class)
                    .isEqualTo(parse(after.source().text()));
            // Those before the first edit did not move: they are the very same.
            assertThat(after.queue().entries().get(2))
                    .isSameAs(before.queue().entries().get(2));
            assertThat(after.queue()
                            .find(new StrategyId("STR-100051"))
                            .orElseThrow()
                            .status())
                    .isEqualTo(Status.L0_FAILED);
        }
    }

    @Test
    void anEntryWithSignsThatAreSpeltOutAfterAnEditIsStillReadAlone() {
        QueueDocument before = parse(blocks(5));
        List<StatusChange> change = List.of(new StatusChange.Finish(
                new StrategyId("STR-100001"), Tier.L0, Status.ERROR, "a \u0007 bell", AT, Map.of()));
        QueueDocument after = new QueueEditor(before).apply(change).document();
        assertThat(after).isInstanceOf(QueueListing.class);
        assertThat(after.queue().entries().get(1).failureReason()).contains("a \u0007 bell");
    }

    @Test
    void ofAThousandEntriesThatDifferInNumbersOneIsRehearsedForEachNumberOfDigits() {
        String text = blocks(1_000) + "  - id: STR-777\n    name: idea 7 # mine\n    status: PENDING\n";

        List<StatusChange.Begin> rehearsed = rehearsed(text);

        assertThat(rehearsed)
                .extracting(begin -> begin.id().value())
                .containsExactly("STR-100000", "STR-100010", "STR-100100", "STR-777");
    }

    @Test
    void whereAnEntryMayBeTiedToAnotherAllAreRehearsed() {
        String text = """
            queue:
              - {id: STR-201, status: &s PENDING}
              - {id: STR-202, status: *s}
              - {id: STR-203, status: *s}
            """;

        assertThat(rehearsed(text)).hasSize(3);
    }

    private static List<StatusChange.Begin> rehearsed(String text) {
        QueueDocument document = parse(text);
        return document.ofEachForm(document.queue().entries().stream()
                .map(entry -> new StatusChange.Begin(entry.id(), Status.L0_VALIDATING, null))
                .toList());
    }
}
