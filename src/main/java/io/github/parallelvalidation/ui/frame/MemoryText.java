package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlSequence;
import java.util.Collection;
import java.util.List;

/// The YAML of the window's memory. What has another form than it should counts as not there.
final class MemoryText {
    private static final int MOST_WORDS = 64;

    private MemoryText() {}

    static void list(StringBuilder text, String key, Collection<String> values) {
        text.append(key).append(":\n");
        values.forEach(
                value -> text.append("  - '").append(value.replace("'", "''")).append("'\n"));
    }

    static List<String> words(YamlMapping mapping, String key) {
        return mapping.find(key).orElse(null) instanceof YamlSequence list
                ? list.items().stream()
                        .limit(MOST_WORDS)
                        .filter(YamlScalar.class::isInstance)
                        .map(word -> ((YamlScalar) word).value())
                        .toList()
                : List.of();
    }

    static boolean isOn(YamlMapping mapping, String key) {
        return mapping.find(key).orElse(null) instanceof YamlScalar word
                && word.value().equals("true");
    }

    static double number(YamlMapping mapping, String key, double otherwise) {
        return mapping.find(key).orElse(null) instanceof YamlScalar scalar
                ? scalar.number().orElse(otherwise)
                : otherwise;
    }
}
