package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.workspace.Names;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads typed values from a YAML mapping and records which keys were asked for, so that unknown ones can be warned
/// about.
final class KeyReader {
    private final Optional<YamlMapping> mapping;
    private final List<Problem> warnings;
    private final TreeSet<String> known = new TreeSet<>();
    private final Map<String, KeyReader> children = new LinkedHashMap<>();

    KeyReader(YamlMapping mapping) {
        this(Optional.of(mapping), new ArrayList<>());
    }

    private KeyReader(Optional<YamlMapping> mapping, List<Problem> warnings) {
        this.mapping = mapping;
        this.warnings = warnings;
    }

    KeyReader child(String key) {
        return children.computeIfAbsent(
                key, name -> new KeyReader(find(name).map(node -> node.asMapping(name)), warnings));
    }

    int integer(String key, int fallback, int min, int max) {
        return scalar(key).map(value -> value.asInt(key, min, max)).orElse(fallback);
    }

    /// Empty where nothing is said.
    OptionalInt integer(String key, int min, int max) {
        return scalar(key)
                .map(value -> OptionalInt.of(value.asInt(key, min, max)))
                .orElse(OptionalInt.empty());
    }

    double number(String key, double fallback, double min, double max) {
        return scalar(key).map(value -> value.asDouble(key, min, max)).orElse(fallback);
    }

    boolean truth(String key, boolean fallback) {
        return scalar(key).map(value -> value.asBoolean(key)).orElse(fallback);
    }

    String oneOf(String key, String fallback, List<String> allowed) {
        return word(key, fallback, word -> Optional.of(word).filter(allowed::contains), allowed);
    }

    /// A value that has a word for each thing it can be.
    <T> T word(String key, T fallback, Function<String, Optional<T>> parse, List<String> words) {
        return scalar(key)
                .map(value -> parse.apply(value.value())
                        .orElseThrow(() -> value.problem("%s must be one of %s, found %s"
                                .formatted(key, String.join(", ", words), value.describe()))))
                .orElse(fallback);
    }

    /// Empty where nothing is said.
    Optional<Boolean> truth(String key) {
        return scalar(key).map(value -> value.asBoolean(key));
    }

    /// An argument list; the one given word, or nothing, stands for the empty list.
    List<String> command(String key, String emptyWord) {
        Optional<YamlNode> node = find(key);
        if (node.isEmpty()
                || (node.get() instanceof YamlScalar scalar && scalar.value().equals(emptyWord))) {
            return List.of();
        }
        List<String> arguments =
                node.get().asSequence(key + " (an argument list, no shell is involved)").items().stream()
                        .map(item -> item.asScalar("an argument of " + key).value())
                        .toList();
        if (!emptyWord.isEmpty() && (arguments.isEmpty() || arguments.getFirst().isBlank())) {
            throw node.get().problem("%s must name a program; for our own write '%s'".formatted(key, emptyWord));
        }
        return arguments;
    }

    /// Warns at a key, where it is given.
    void warn(String key, String message) {
        find(key).ifPresent(node -> warnings.add(node.problem(message).problem()));
    }

    /// Warns about every key that nobody asked for.
    void finish() {
        mapping.ifPresent(present -> present.pairs().stream()
                .map(YamlMapping.Pair::key)
                .filter(key -> !known.contains(key.value()))
                .forEach(this::warn));
        children.values().forEach(KeyReader::finish);
    }

    List<Problem> warnings() {
        return warnings;
    }

    private void warn(YamlScalar key) {
        String hint = Names.nearest(key.value(), known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
        warnings.add(key.problem("the key " + Printable.quoted(key.value()) + " is not known and has no effect" + hint)
                .problem());
    }

    private Optional<YamlScalar> scalar(String key) {
        return find(key).map(node -> node.asScalar(key));
    }

    private Optional<YamlNode> find(String key) {
        known.add(key);
        return mapping.flatMap(present -> present.find(key));
    }
}
