package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlComparison;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes one value into the text of its file, and nothing else: what stands around it stays byte for byte.
record SettingEdit(Source source, Setting setting) {
    private static final String NOTHING = "null";

    /// The value as it is written; empty where nothing is.
    Optional<String> written() {
        YamlNode root = YamlDocument.parse(source);
        return section(root).flatMap(mapping -> mapping.find(setting.key())).map(value -> switch (value) {
            case YamlScalar scalar -> scalar.value();
            case YamlSequence list ->
                source.text().substring(list.span().start(), list.span().end()).strip();
            case YamlMapping mapping -> mapping.describe();
        });
    }

    /// @param value empty for the usual one; the key is then left without a value
    /// @throws io.github.parallelvalidation.workspace.ProblemException when it cannot be written as meant
    String with(String value) {
        YamlNode before = YamlDocument.parse(source);
        if (before.isNull()) {
            return value.isEmpty() ? source.text() : onNewLine(source.text()) + fresh(value);
        }
        Place place = place(before.asMapping("the file"));
        if (value.isEmpty() && place.mapping().find(place.key()).isEmpty()) {
            return source.text();
        }
        String text = TextEdit.apply(
                source.text(),
                List.of(YamlEdits.setWritten(
                        place.mapping(),
                        place.key(),
                        place.written(value.isEmpty() ? NOTHING : value),
                        neighbour(place.mapping()))));
        check(before, place, new Source(source.file(), text), value);
        return text;
    }

    /// A mapping, and what is written into it: the value, or the sections that are missing around it.
    ///
    /// @param inner the keys of those sections and of the value, from the outside
    private record Place(YamlMapping mapping, String key, List<String> inner) {
        String written(String value) {
            String text = value;
            for (String name : inner.reversed()) {
                text = "{" + name + ": " + text + "}";
            }
            return text;
        }
    }

    /// Where the value stands; else in the innermost of its sections that is there.
    private Place place(YamlMapping root) {
        Optional<YamlMapping> holder = section(root);
        if (holder.isPresent()) {
            return new Place(holder.get(), setting.key(), List.of());
        }
        YamlMapping mapping = root;
        List<String> path = setting.sections().getFirst();
        for (int i = 0; i < path.size(); i++) {
            Optional<YamlNode> next = mapping.find(path.get(i));
            if (next.isEmpty()) {
                List<String> missing = new ArrayList<>(path.subList(i + 1, path.size()));
                missing.add(setting.key());
                return new Place(mapping, path.get(i), missing);
            }
            mapping = next.get().asMapping(path.get(i));
        }
        return new Place(mapping, setting.key(), List.of());
    }

    /// The section that has the key already.
    private Optional<YamlMapping> section(YamlNode root) {
        return setting.sections().stream()
                .flatMap(path -> mapping(root, path).stream())
                .filter(mapping -> mapping.own(setting.key()).isPresent())
                .findFirst();
    }

    private static Optional<YamlMapping> mapping(YamlNode root, List<String> path) {
        Optional<YamlNode> node = Optional.of(root);
        for (String key : path) {
            node = node.filter(YamlMapping.class::isInstance)
                    .flatMap(found -> found.asMapping(key).find(key));
        }
        return node.filter(YamlMapping.class::isInstance).map(found -> found.asMapping("a section"));
    }

    /// The last single value of a mapping: what is new stands behind it, and in no section below.
    private static String neighbour(YamlMapping mapping) {
        return mapping.pairs().reversed().stream()
                .filter(pair -> pair.value() instanceof YamlScalar)
                .map(pair -> pair.key().value())
                .findFirst()
                .orElse("");
    }

    /// What was written must be read as what was meant, and nothing else may be read otherwise than before.
    private void check(YamlNode before, Place place, Source after, String value) {
        YamlNode now = YamlDocument.parse(after);
        new YamlComparison(List.of(place.mapping()), Set.of(place.key()))
                .difference(before, now)
                .ifPresent(node -> {
                    throw node.problem("'%s' cannot be written here without changing something else; edit the file"
                            .formatted(value));
                });
        Optional<String> read = new SettingEdit(after, setting).written();
        boolean isMeant =
                value.isEmpty() ? read.isEmpty() : read.filter(value::equals).isPresent();
        if (!isMeant) {
            throw place.mapping()
                    .problem("'%s' is not one value as YAML has them; put it in quotes in the file".formatted(value));
        }
    }

    private String fresh(String value) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (String section : setting.sections().getFirst()) {
            text.append("  ".repeat(depth++)).append(section).append(":\n");
        }
        return text.append("  ".repeat(depth))
                .append(setting.key())
                .append(": ")
                .append(value)
                .append('\n')
                .toString();
    }

    private static String onNewLine(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
