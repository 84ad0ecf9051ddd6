package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueFileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden-queues");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("queue.yaml");
    }

    private QueueFile queue(String text) throws IOException {
        Files.writeString(file, text);
        return new QueueFile(file);
    }

    private QueueFile golden(String name) throws IOException {
        Files.copy(GOLDEN.resolve(name), file);
        return new QueueFile(file);
    }

    private static StatusChange finish(StrategyId id, Status status) {
        return new StatusChange.Finish(
                id, Tier.L0, status, status.isPassed() ? null : "ic_below_threshold", AT, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "1-comments-and-tabs.yaml, 201 202 203",
        "2-windows.yaml, 201 204",
        "3-flow.yaml, 201 202 203 206 207",
        "4-strategies-key.yaml, 201 202 203",
        "5-mapping.yaml, 203 201 205 207 210",
        "6-bare-list-no-newline.yaml, 208 209 210",
        "7-anchors.yaml, 201 202 203 204 206",
        "8-long-scalars-and-odd-statuses.yaml, 201 202 203 204 205 207",
    })
    void whoAwaitsL0IsFoundInEveryForm(String name, String ids) throws IOException {
        assertThat(golden(name).read().awaiting(Tier.L0))
                .extracting(entry -> entry.id().value().substring(4))
                .containsExactly(ids.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-comments-and-tabs.yaml",
                "2-windows.yaml",
                "3-flow.yaml",
                "4-strategies-key.yaml",
                "5-mapping.yaml",
                "6-bare-list-no-newline.yaml",
                "7-anchors.yaml",
                "8-long-scalars-and-odd-statuses.yaml",
            })
    void beginningAndPuttingBackLeavesEveryByteAsItWas(String name) throws IOException {
        byte[] before = Files.readAllBytes(GOLDEN.resolve(name));
        QueueFile queue = golden(name);
        List<QueueEntry> waiting = queue.read().awaiting(Tier.L0);
        assertThat(queue.update(waiting.stream()
                        .map(entry -> new StatusChange.Begin(
                                entry.id(),
                                Status.L0_VALIDATING,
                                entry.statusWritten().orElse(null)))
                        .toList()))
                .isEmpty();
        assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
        queue.update(waiting.stream()
                .map(entry -> new StatusChange.Restore(
                        entry.id(), entry.statusWritten().orElse(null)))
                .toList());
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                .isEqualTo(new String(before, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-comments-and-tabs.yaml",
                "2-windows.yaml",
                "3-flow.yaml",
                "4-strategies-key.yaml",
                "5-mapping.yaml",
                "6-bare-list-no-newline.yaml",
                "7-anchors.yaml",
                "8-long-scalars-and-odd-statuses.yaml",
            })
    void aVerdictChangesItsEntryAndNoOtherByte(String name) throws IOException {
        String before = Files.readString(GOLDEN.resolve(name));
        QueueFile queue = golden(name);
        QueueEntry first = queue.read().awaiting(Tier.L0).getFirst();
        assertThat(queue.update(List.of(finish(first.id(), Status.L0_FAILED)))).isEmpty();
        String after = Files.readString(file);
        Queue changed = queue.read();
        assertThat(changed.find(first.id())).get().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Status.L0_FAILED);
            assertThat(entry.failureReason()).contains("ic_below_threshold");
        });
        // What is new is an insertion or a replacement within one stretch: the ends around it are the old text.
        int head = 0;
        while (head < before.length() && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < before.length() - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        assertThat(before.substring(head, before.length() - tail).lines().count())
                .isLessThanOrEqualTo(3);
        assertThat(after.contains("\r\n")).isEqualTo(before.contains("\r\n"));
        assertThat(after.replace("\r\n", "").contains("\n"))
                .isEqualTo(before.replace("\r\n", "").contains("\n"));
    }

    @Test
    void quotesCommentsAndOrderStay() throws IOException {
        QueueFile queue = queue("""
            # ours
            queue:
              - id: STR-201   # the first
                status: "PENDING"   # waits
                mood: 'good'
            """);
        queue.update(List.of(finish(new StrategyId("STR-201"), Status.L0_PASSED)));
        assertThat(file).hasContent("""
            # ours
            queue:
              - id: STR-201   # the first
                status: "L0_PASSED"   # waits
                updated_at: 2026-01-02T03:04:05Z
                mood: 'good'
            """);
    }

    @Test
    void aReasonThatNoLongerHoldsBecomesNothingWhateverItsQuotes() throws IOException {
        QueueFile queue = queue("queue:\n- id: STR-201\n  'failure_reason': 'old'  # why\n");
        queue.update(List.of(finish(new StrategyId("STR-201"), Status.L0_PASSED)));
        assertThat(Files.readString(file)).contains("'failure_reason': null  # why");
        assertThat(queue.read().entries().getFirst().failureReason()).isEmpty();
    }

    @Test
    void anEntryThatAnotherProgramAppendedMeanwhileIsKept() throws IOException {
        QueueFile queue = queue("queue:\n- id: STR-201\n");
        queue.read();
        Files.writeString(file, "queue:\n- id: STR-201\n- id: STR-202\n");
        queue.update(List.of(new StatusChange.Begin(new StrategyId("STR-201"), Status.L0_VALIDATING, null)));
        assertThat(queue.read().entries()).extracting(QueueEntry::id).contains(new StrategyId("STR-202"));
    }

    @Test
    void aStatusOfAnotherProgramIsNeverTouched() throws IOException {
        QueueFile queue = queue("queue:\n- id: STR-201\n  status: LIVE_TRADING\n");
        StatusChange change = finish(new StrategyId("STR-201"), Status.L0_PASSED);
        assertThat(queue.update(List.of(change))).containsExactly(change);
        assertThat(file).hasContent("queue:\n- id: STR-201\n  status: LIVE_TRADING\n");
    }

    @Test
    void theSameIdTwiceNamesBothLines() throws IOException {
        assertThatThrownBy(() -> queue("queue:\n- id: STR-201\n- id: STR-202\n- id: STR-201\n")
                        .read())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("queue.yaml:4:")
                .hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STR-1", "STR-20x", "../STR-201", "STR-201/..", "str-201", "201"})
    void anIdThatIsNoneIsRefusedBeforeItBecomesAPath(String id) throws IOException {
        assertThatThrownBy(() -> queue("queue:\n- id: " + id + "\n").read())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("queue.yaml:2:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue: [",
                "queue:\n\t- id: STR-201",
                "queue: !!javax.script.ScriptEngineManager []",
                "queue: 3",
                "a: 1\na: 2",
                "queue:\n- id: STR-201\n---\nqueue: []",
            })
    void whatIsNoQueueIsRefusedWithItsPlace(String text) throws IOException {
        assertThatThrownBy(() -> queue(text).read())
                .isInstanceOf(ProblemException.class)
                .hasMessageMatching("(?s).*queue.yaml:\\d+:\\d+: .*");
        assertThat(file).hasContent(text);
    }

    @Test
    void modeAndLinkAreKept() throws IOException {
        Path real = folder.resolve("real.yaml");
        Files.writeString(real, "queue:\n- id: STR-201\n");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(file, real);
        new QueueFile(file).update(List.of(finish(new StrategyId("STR-201"), Status.L0_PASSED)));
        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(real)).contains("L0_PASSED");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue:\n- id: STR-100\n  strategy_id: STR-101\n",
                "queue:\n- id: STR-100\n  strategy_id: &other STR-101\n",
            })
    void anEntryThatNamesTwoStrategiesIsRefused(String text) throws IOException {
        assertThatThrownBy(() -> queue(text).read())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "queue.yaml:3:16: this entry is of STR-101 by its 'strategy_id', and of STR-100 in"
                                + " line 2; one of them must go");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue:\n- id: STR-100\n  strategy_id: STR-100\n",
                "STR-100:\n  id: STR-100\n",
                "queue:\n- id: STR-100\n  strategy_id: the tenth\n",
            })
    void anEntryMaySayTwiceWhichStrategyItIsOf(String text) throws IOException {
        assertThat(queue(text).read().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo(new StrategyId("STR-100")));
    }

    @Test
    void whatIsNoIdOrNoListIsQuotedNoLongerThanASentenceBears() throws IOException {
        String long9 = "9".repeat(20_000);
        assertThatThrownBy(() -> queue("queue:\n- id: STR-" + long9 + "\n").read())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().message())
                                .startsWith("a strategy id is STR- and 3 to 18 digits, found 'STR-999")
                                .endsWith("9…'")
                                .hasSizeLessThan(200));
        assertThatThrownBy(() -> queue("queue: " + long9 + "\n").read())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().message())
                                .startsWith("the queue must be a list, found '999")
                                .hasSizeLessThan(200));
    }
}
