package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;

/// What we write ourselves for speed is byte for byte what SnakeYAML writes.
class YamlWriterTest {
    private static final int DOCUMENTS = 3_000;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "plain words, and more (of them)",
            "it's 5 o'clock",
            "'quoted'",
            "no",
            "Yes",
            "NULL",
            "~",
            "on",
            "y",
            "null and void",
            "trailing ",
            " leading",
            "a: b",
            "a:b",
            "a #b",
            "#a",
            "- a",
            "-a",
            "?",
            "2026-11-22-143000",
            "2026-11-26T19:47:50.585914665Z",
            "2023-02",
            "12",
            "1e5",
            "0x1F",
            ".5",
            ".nan",
            "1:30",
            "WORKER-6f1c",
            "/some/path.yaml",
            ".crypto/data/A_1h.csv",
            ".inf",
            ".5e3",
            ".a: b",
            "/",
            ".",
            "...",
            "..a",
            "./a",
            "a, b",
            "[a]",
            "{a}",
            "a]",
            "größer als “alle”",
            "tab\there",
            "line\nbreak",
            "line\r\nbreak",
            "next\u0085line",
            "bell\u0007",
            "=",
            "<<",
            "!tag",
            "&a",
            "*a",
            "%a",
            "@a",
            "`a`",
            "| a",
            "> 5",
            "a > 5",
            "\"a\"",
            "a \"b\" c",
            "a'",
            "x".repeat(150),
            "\ud83d\ude00");

    private final Random random = new Random(20_261_126);

    @Test
    void blocksAreWrittenAsSnakeYamlWritesThem() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Map<String, Object> document = map(4);

            assertThat(YamlText.dump(document))
                    .isEqualTo(YamlText.yaml(FlowStyle.BLOCK).dump(document));
        }
    }

    @Test
    void linesInBracesAreWrittenAsSnakeYamlWritesThem() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Map<String, Object> document = map(4);

            assertThat(YamlText.dumpLine(document))
                    .isEqualTo(YamlText.yaml(FlowStyle.FLOW).dump(document).strip());
        }
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        int entries = random.nextInt(5);
        for (int i = 0; i < entries; i++) {
            map.put(random.nextInt(4) == 0 ? text() : "key_" + i, value(depth - 1));
        }
        return map;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0, 1 -> text();
            case 2 -> random.nextInt(1_000) - 500;
            case 3 -> random.nextLong();
            case 4 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(80) - 40);
            case 5 -> random.nextBoolean();
            case 6 -> map(depth);
            default -> list(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        int items = random.nextInt(4);
        for (int i = 0; i < items; i++) {
            list.add(random.nextInt(6) == 0 ? null : value(depth - 1));
        }
        return list;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
