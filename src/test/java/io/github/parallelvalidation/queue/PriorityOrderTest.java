package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriorityOrderTest {
    private static final String QUEUE = """
        # ours, do not sort
        queue:
          - id: STR-201   # first
            name: "RSI"
            status: PENDING
            priority: 1   # urgent
          - {id: STR-202, status: PENDING, priority: 2}
          - id: STR-203
            status: 'L0_FAILED'
            owner: anna
          - id: STR-204
        """;

    @TempDir
    private Path folder;

    @Test
    void onlyThePriorityOfWhatIsMovedIsWrittenAndAllElseStaysByteForByte() throws IOException {
        assertThat(move(QUEUE, Set.of(203), 202))
                .isEqualTo(QUEUE.replace("    status: 'L0_FAILED'\n", "    status: 'L0_FAILED'\n    priority: 1.5\n"));
        assertThat(move(QUEUE, Set.of(202), 201)).isEqualTo(QUEUE.replace("priority: 2}", "priority: 0}"));
        assertThat(move(QUEUE, Set.of(201), 203))
                .isEqualTo(QUEUE.replace("priority: 1   # urgent", "priority: 3   # urgent"));
    }

    @Test
    void whatIsToStandBehindEntriesWithoutAPriorityGivesThemPrioritiesToo() throws IOException {
        String queue = "queue:\n  - id: STR-201\n  - id: STR-202\n  - id: STR-203\n";

        assertThat(move(queue, Set.of(203), 202)).isEqualTo("""
            queue:
              - id: STR-201
                priority: 1
              - id: STR-202
              - id: STR-203
                priority: 2
            """);
    }

    @Test
    void lineEndsAndAMissingLastOneStay() throws IOException {
        String queue = "queue:\r\n- id: STR-201\r\n- id: STR-202";

        assertThat(move(queue, Set.of(202), 201))
                .isEqualTo("queue:\r\n- id: STR-201\r\n- id: STR-202\r\n  priority: 1");
    }

    @Test
    void whatStandsThereAlreadyIsNotWritten() throws IOException {
        assertThat(move(QUEUE, Set.of(201), 202)).isEqualTo(QUEUE);
    }

    @Test
    void whatIsGoneMeanwhileMovesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("queue.yaml"), QUEUE);

        assertThatThrownBy(() -> new QueueFile(file).move(Set.of(id(299)), Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("STR-299 is no longer in the queue; nothing was moved");
        assertThat(file).hasContent(QUEUE);
    }

    @Test
    void aPriorityThatOthersShareIsNotTouched() throws IOException {
        String queue = "queue:\n  - &one {id: STR-201, priority: 5}\n  - {<<: *one, id: STR-202}\n  - id: STR-203\n";
        Path file = Files.writeString(folder.resolve("queue.yaml"), queue);

        assertThatThrownBy(() -> new QueueFile(file).move(Set.of(id(201)), Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be edited safely");
        assertThat(file).hasContent(queue);
    }

    @Test
    void anyMoveInAnyQueueGivesTheOrderThatWasWanted() {
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            List<QueueEntry> entries = new ArrayList<>();
            int size = 1 + random.nextInt(9);
            for (int i = 0; i < size; i++) {
                entries.add(entry(
                        i,
                        switch (random.nextInt(6)) {
                            case 0 -> Optional.empty();
                            case 1 -> Optional.of(random.nextInt(4) / 10.0);
                            case 2 -> Optional.of(1e12 * random.nextInt(3) - 1e12);
                            default -> Optional.of((double) random.nextInt(5));
                        }));
            }
            List<QueueEntry> order = new Queue(entries).inOrder();
            Set<StrategyId> moved = new TreeSet<>(java.util.Comparator.comparing(StrategyId::value));
            order.stream().filter(_ -> random.nextInt(3) == 0).forEach(entry -> moved.add(entry.id()));
            Optional<StrategyId> before = order.stream()
                    .map(QueueEntry::id)
                    .filter(id -> !moved.contains(id))
                    .skip(random.nextInt(size))
                    .findFirst();

            Map<StrategyId, BigDecimal> changed = PriorityOrder.moved(order, moved, before);

            List<StrategyId> expected = order.stream()
                    .map(QueueEntry::id)
                    .filter(id -> !moved.contains(id))
                    .collect(Collectors.toList());
            int at = before.map(expected::indexOf).orElse(expected.size());
            expected.addAll(
                    at,
                    order.stream().map(QueueEntry::id).filter(moved::contains).toList());
            List<QueueEntry> after = entries.stream()
                    .map(entry -> changed.containsKey(entry.id())
                            ? entry(
                                    entry.position(),
                                    Optional.of(changed.get(entry.id()).doubleValue()))
                            : entry)
                    .toList();
            assertThat(new Queue(after).inOrder()).extracting(QueueEntry::id).isEqualTo(expected);
        }
    }

    @Test
    void tenThousandEntriesAreMovedWithinOneWrite() throws IOException {
        String queue = IntStream.range(0, 10_000)
                .mapToObj(i -> "  - id: STR-%d\n    priority: %d\n".formatted(100_000 + i, i))
                .collect(Collectors.joining("", "queue:\n", ""));
        Path file = Files.writeString(folder.resolve("queue.yaml"), queue);

        assertThat(new QueueFile(file).move(Set.of(id(109_999)), Optional.of(id(100_010))))
                .isEqualTo(1);
        assertThat(file).hasContent(queue.replace("priority: 9999\n", "priority: 9.5\n"));
    }

    private String move(String queue, Set<Integer> moved, int before) throws IOException {
        Path file = Files.writeString(folder.resolve("queue.yaml"), queue);
        new QueueFile(file)
                .move(moved.stream().map(PriorityOrderTest::id).collect(Collectors.toSet()), Optional.of(id(before)));
        return Files.readString(file);
    }

    private static StrategyId id(int number) {
        return new StrategyId("STR-" + number);
    }

    private static QueueEntry entry(int position, Optional<Double> priority) {
        return new QueueEntry(
                id(201 + position),
                "",
                Status.PENDING,
                "",
                Optional.empty(),
                priority,
                position,
                position + 1,
                Optional.empty(),
                Optional.empty());
    }
}
