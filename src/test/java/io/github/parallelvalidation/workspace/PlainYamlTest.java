package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Fuzz;
import io.github.parallelvalidation.queue.QueueCorpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The quick reader of plainly written YAML against the full one.
class PlainYamlTest {
    private static final int SMALL = 20_000;
    private static final int OFTEN = 50;
    private static final Path FILE = Path.of("f.yaml");

    private static final String PLAIN = """
        # A queue
        ---
        version: 2
        queue:   # the list

          - id: STR-201
            name: "quoted \\"twice\\" and \\\\"   # why not
            note: 'it''s'
            status:
            tags: [a, "b, c", {x: 1, "y": -2.5}]
            nested:
              list:
              - one
              - two: 2
                three: http://example.org/a#b
              last: ä – 😀
            deciles:
              '1': -6.65E-4
              "two": 'x'
          - {id: STR-202, status: PENDING, at: 2026-01-02T03:04:05Z}
        tail: {}
        """;

    @Test
    void whatItReadsTheFullReaderReadsAlike() {
        for (String text : List.of(
                PLAIN,
                PLAIN.replace("\n", "\r\n"),
                PLAIN.strip(),
                "- a\n- b: 1\n  c:\n- [x]\n",
                "{\"queue\": [\n  {\"id\": \"STR-201\", \"p\": 1},\n  {\"id\": \"STR-202\"}\n]}\n",
                "a:\n- b\n-  c:\n   - d\ne: -1",
                "'1': 2\n'it''s':\n  \"b\":\n  - 'c'\n",
                "a: 1\n\"b\": [c]",
                "a: \"\\u0041\\n\\x1B[31m\\t\\r\\a\\b\\v\\f\\e\\0\\\"\\ud83d\\ude00\" # b\n",
                "- {a: \"one\\ntwo\", b: [\"\\u00e4\", c]}\n")) {
            assertThat(isReadAlike(text)).as(text).isTrue();
        }
    }

    @Test
    void whatMeansSomethingElseByWhatStandsElsewhereIsLeftToTheFullReader() {
        for (String text : List.of(
                "a: &x 1\nb: 2\n",
                "a: *x\n",
                "<<: {a: 1}\n",
                "a: !!str 1\n",
                "a: |\n  text\n",
                "a: one\n  two\n",
                "a: \"one\n  two\"\n",
                "a: 1\na: 2\n",
                "a:\t1\n",
                "a: b: c\n",
                "'a' : 1\n",
                "'a':1\n",
                "'a': 1\na: 2\n",
                "'a'\n",
                "- 'a': 1\n",
                "a: 1\n...\n",
                "a: 1\n---\nb: 2\n",
                "a: {b: 1\n...\n}\n",
                "\uFEFFa: 1\n",
                "a: \"\\U00000041\"\n",
                "a: \"\\_\"\n",
                "a: \"\\/\"\n",
                "a: \"\\u00G1\"\n",
                "a: \"\\u41\"\n",
                "a: \"\\\n  b\"\n",
                "? a\n: 1\n",
                "a: 1\r b: 2\n",
                "a: 1\n  b: 2\n",
                "")) {
            assertThat(PlainYaml.read(new Source(FILE, text))).as(text).isEmpty();
        }
    }

    @Test
    void ofDamagedFilesTooNothingIsReadThatTheFullReaderReadsOtherwise() throws IOException {
        List<byte[]> corpus = Stream.of(
                        QueueCorpus.accepted().values().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        // Most of the others are written in ways that it leaves alone.
                        Collections.nCopies(OFTEN, PLAIN.getBytes(StandardCharsets.UTF_8)).stream(),
                        Fuzz.files("src/test/resources/golden-queues", ".*yaml").stream(),
                        Fuzz.files("assets/sample-workspace", ".*yaml").stream())
                .flatMap(texts -> texts)
                .filter(bytes -> bytes.length < SMALL)
                .toList();
        int[] read = new int[1];
        Fuzz.of("plain YAML", corpus, bytes -> {
            String text = YamlDocument.source(FILE, bytes).text();
            if (isReadAlike(text)) {
                read[0]++;
            } else {
                YamlDocument.whole(new Source(FILE, text));
            }
        });
        assertThat(read[0]).isGreaterThan(300);
    }

    @Test
    void anItemReadAloneIsTheItemAndEndsWhereItEnded() {
        for (String text :
                List.of(PLAIN, "{\"strategies\": [{\"id\": \"STR-1\"},\n {\"id\": \"STR-2\"}]}", "- a: 1\n\n- b: 2")) {
            Source source = new Source(FILE, text);
            List<YamlNode> items = new ArrayList<>();
            List<Span> places = new ArrayList<>();
            BiConsumer<YamlNode, Span> taker = (item, place) -> {
                items.add(item);
                places.add(place);
            };
            assertThat(PlainYaml.lists(source, Map.of("", taker, "queue", taker, "strategies", taker)))
                    .isPresent();
            assertThat(items).hasSize(2);
            for (int i = 0; i < items.size(); i++) {
                PlainYaml.Item alone = PlainYaml.item(source, places.get(i)).orElseThrow();
                assertThat(alone.node()).isEqualTo(items.get(i));
                assertThat(alone.end()).isEqualTo(places.get(i).end());
            }
        }
    }

    @Test
    void ofSeveralListsEachIsHandedToWhoTakesIt() {
        Source source = new Source(FILE, """
            strategies: [a]
            journal:
            - {strategies: [b]}
            summary:
              luck: 1
              strategies:
              - strategies: [c]
              - d
            strategies_after: [e]
            """);
        List<String> taken = new ArrayList<>();

        YamlNode rest = PlainYaml.lists(
                        source,
                        Map.of(
                                "journal", (item, _) -> taken.add("journal " + item.describe()),
                                "summary.strategies", (item, _) -> taken.add("result " + item.describe())))
                .orElseThrow();

        assertThat(taken).containsExactly("journal a mapping", "result a mapping", "result 'd'");
        assertThat(YamlValues.map(rest.asMapping("all")))
                .containsEntry("strategies", List.of("a"))
                .containsEntry("journal", List.of())
                .containsEntry("summary", Map.of("luck", 1L, "strategies", List.of()))
                .containsEntry("strategies_after", List.of("e"));
    }

    /// False where it was left to the full reader.
    private static boolean isReadAlike(String text) {
        Source source = new Source(FILE, text);
        return PlainYaml.read(source)
                .map(plain -> {
                    requireAlike(plain, YamlDocument.whole(source));
                    return true;
                })
                .orElse(false);
    }

    private static void requireAlike(YamlNode plain, YamlNode full) {
        assertThat(plain.getClass()).isEqualTo(full.getClass());
        assertThat(plain.span().start()).isEqualTo(full.span().start());
        assertThat(plain.span().line()).isEqualTo(full.span().line());
        assertThat(plain.span().column()).isEqualTo(full.span().column());
        switch (plain) {
            case YamlScalar scalar -> assertThat(scalar).isEqualTo(full);
            case YamlSequence list -> {
                YamlSequence other = (YamlSequence) full;
                assertThat(list.flow()).isEqualTo(other.flow());
                assertThat(list.items()).hasSameSizeAs(other.items());
                for (int i = 0; i < list.items().size(); i++) {
                    requireAlike(list.items().get(i), other.items().get(i));
                }
            }
            case YamlMapping mapping -> {
                YamlMapping other = (YamlMapping) full;
                assertThat(mapping.flow()).isEqualTo(other.flow());
                assertThat(mapping.pairs()).hasSameSizeAs(other.pairs());
                for (int i = 0; i < mapping.pairs().size(); i++) {
                    requireAlike(
                            mapping.pairs().get(i).key(), other.pairs().get(i).key());
                    requireAlike(
                            mapping.pairs().get(i).value(), other.pairs().get(i).value());
                }
            }
        }
    }
}
