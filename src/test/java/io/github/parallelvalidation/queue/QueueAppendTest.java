package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Entries that are added behind the last one, in every style of the corpus.
class QueueAppendTest {
    private static final StrategyId NEW = new StrategyId("STR-900");
    private static final List<String> NAMES =
            List.of("", "RSI mean reversion", "a: \"b\" # c", "- {x}", "yes", "12:30", "Über 'alles' \\ ", "*star");

    static Stream<String> accepted() {
        return QueueCorpus.accepted().keySet().stream();
    }

    private static QueueDocument parse(String text) {
        return QueueDocument.parse(new Source(Path.of("queue.yaml"), text));
    }

    private static String added(String text, String id, String name) {
        return new QueueAppender(parse(text))
                .add(new StrategyId(id), name)
                .source()
                .text();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void aNewEntryIsTheLastAndEveryByteBeforeAndBehindItStays(String style) {
        String text = QueueCorpus.accepted(style);
        List<QueueEntry> before = parse(text).queue().entries();
        for (String name : NAMES) {
            String after = added(text, NEW.value(), name);

            Queue read = parse(after).queue();
            assertThat(read.entries()).hasSize(before.size() + 1);
            assertThat(read.entries().subList(0, before.size()))
                    .extracting(QueueEntry::id, QueueEntry::name, QueueEntry::statusText)
                    .isEqualTo(before.stream()
                            .map(entry -> tuple(entry.id(), entry.name(), entry.statusText()))
                            .toList());
            assertThat(read.entries().getLast())
                    .extracting(QueueEntry::id, QueueEntry::name, QueueEntry::status)
                    .containsExactly(NEW, name, Status.PENDING);
            int same = sharedStart(text, after);
            assertThat(after).endsWith(text.substring(same));
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void entriesCanBeAddedToWhatWasAddedTo(String style) {
        String once = added(QueueCorpus.accepted(style), NEW.value(), "one");

        assertThat(parse(added(once, "STR-901", "two")).queue().entries())
                .extracting(QueueEntry::id)
                .endsWith(NEW, new StrategyId("STR-901"));
    }

    private static int sharedStart(String one, String other) {
        return IntStream.range(0, Math.min(one.length(), other.length()))
                .filter(i -> one.charAt(i) != other.charAt(i))
                .findFirst()
                .orElse(Math.min(one.length(), other.length()));
    }

    @Test
    void itIsWrittenAsTheOthersAre() {
        assertThat(added("queue:\n  - id: STR-201\n    name: x   # last\n# end\n", "STR-202", "RSI 30/70"))
                .isEqualTo("""
                    queue:
                      - id: STR-201
                        name: x   # last
                      - id: STR-202
                        name: "RSI 30/70"
                        status: PENDING
                    # end
                    """);
        assertThat(added("queue:\r\n-   \"strategy_id\": \"STR-201\"", "STR-202", "x"))
                .isEqualTo("""
                    queue:
                    -   "strategy_id": "STR-201"
                    -   "strategy_id": "STR-202"
                        "name": "x"
                        "status": "PENDING"\
                    """.replace("\n", "\r\n"));
        assertThat(added("queue: [\n  {id: STR-201},  # one\n]\n", "STR-202", "x"))
                .isEqualTo("queue: [\n  {id: STR-201},\n  {id: STR-202, name: x, status: PENDING},  # one\n]\n");
        assertThat(added("STR-201:\n  status: PENDING\n", "STR-202", "x"))
                .isEqualTo("STR-201:\n  status: PENDING\nSTR-202:\n  name: x\n  status: PENDING\n");
    }

    @Test
    void anEmptyQueueBecomesAListInABlock() {
        String entry = "  - id: STR-101\n    name: x\n    status: PENDING\n";
        assertThat(added("", "STR-101", "x")).isEqualTo("queue:\n" + entry);
        assertThat(added("# none yet", "STR-101", "x")).isEqualTo("# none yet\nqueue:\n" + entry);
        assertThat(added("queue:\n", "STR-101", "x")).isEqualTo("queue:\n" + entry);
        assertThat(added("queue: []\nother: 1\n", "STR-101", "x")).isEqualTo("queue:\n" + entry + "other: 1\n");
        assertThat(added("queue: null  # none\n", "STR-101", "x")).isEqualTo("queue:  # none\n" + entry);
        assertThat(added("{queue: []}", "STR-101", "x"))
                .isEqualTo("{queue: [{id: STR-101, name: x, status: PENDING}]}");
        assertThat(added("[]", "STR-101", "x")).isEqualTo("[{id: STR-101, name: x, status: PENDING}]");
    }

    @Test
    void anIdThatStandsThereIsRefusedWithItsLine() {
        assertThatThrownBy(() -> added("queue:\n  - id: STR-201\n", "STR-201", "x"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("queue.yaml:2:5: STR-201 stands in the queue already, in line 2");
    }

    @Test
    void aTextOverSeveralLinesAtTheEndKeepsItsLines() {
        String text = "queue:\n  - id: STR-201\n    note: |\n      one\n      two\n\n";

        assertThat(added(text, "STR-202", "")).isEqualTo("""
            queue:
              - id: STR-201
                note: |
                  one
                  two
              - id: STR-202
                status: PENDING

            """);
    }

    @Test
    void aChangedStrategyAwaitsL0AgainUnlessARunIsAtIt() {
        String text = """
            - {id: STR-201, status: L0_PASSED}
            - {id: STR-202, status: L1_VALIDATING}
            - {id: STR-203, status: PAPER}
            - id: STR-204
            - {id: STR-205, status: L1_FAILED, failure_reason: x}
            """;
        QueueEditor.Edited edited = new QueueEditor(parse(text))
                .apply(parse(text).queue().entries().stream()
                        .map(entry -> new StatusChange.Again(entry.id()))
                        .toList());

        assertThat(edited.text()).isEqualTo("""
            - {id: STR-201, status: PENDING}
            - {id: STR-202, status: L1_VALIDATING}
            - {id: STR-203, status: PAPER}
            - id: STR-204
            - {id: STR-205, status: PENDING, failure_reason: x}
            """);
        assertThat(edited.refused())
                .extracting(change -> change.id().value())
                .containsExactly("STR-202", "STR-203", "STR-204");
    }
}
