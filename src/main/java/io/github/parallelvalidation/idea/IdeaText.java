package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlComparison;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Changes values in the text of `parameters.yaml` and nothing else: comments, order, quotes and line ends of all the
/// rest stay byte for byte. What comes out is read again; it says the changes and nothing else, or is refused.
final class IdeaText {
    private final Idea idea;
    private final YamlMapping root;
    private final Map<String, String> changes;

    private IdeaText(Idea idea, Map<String, String> changes) {
        this.idea = idea;
        this.root = YamlDocument.parse(idea.source()).asMapping("the strategy");
        this.changes = changes;
    }

    /// @param edits texts by field; numbers are numbers
    /// @throws io.github.parallelvalidation.workspace.ProblemException when it cannot be edited safely
    static Source edited(Idea idea, Map<String, String> edits) {
        Map<String, String> changes = idea.changes(edits);
        return changes.isEmpty() ? idea.source() : new IdeaText(idea, changes).edited();
    }

    /// What stood there without quotes stays so where it can.
    private Source edited() {
        return attempt(true)
                .or(() -> attempt(false))
                .orElseThrow(() -> root.problem(
                        "this cannot be edited safely: something else would change with it (a shared anchor, perhaps);"
                                + " edit the file by hand"));
    }

    private Optional<Source> attempt(boolean plainly) {
        List<TextEdit> edits = new ArrayList<>();
        idea.fields().stream()
                .filter(field -> changes.containsKey(field.name()))
                .forEach(field -> edit(field, changes.getOrDefault(field.name(), ""), plainly)
                        .ifPresent(edits::add));
        Source after =
                new Source(idea.source().file(), TextEdit.apply(idea.source().text(), edits));
        try {
            return Optional.of(after).filter(this::saysOnlyTheChanges);
        } catch (ProblemException notReadable) {
            return Optional.empty();
        }
    }

    private Optional<TextEdit> edit(IdeaField field, String text, boolean plainly) {
        YamlMapping section = section(field);
        Optional<YamlMapping.Pair> own = section.own(field.key());
        if (text.isEmpty()) {
            return own.map(_ -> YamlEdits.setNull(section, field.key(), field.key()));
        }
        boolean isPlain = own.filter(pair -> pair.value() instanceof YamlScalar scalar
                        && scalar.style() == YamlScalar.Style.PLAIN
                        && !scalar.isNull())
                .isPresent();
        if (field.kind() == IdeaField.Kind.NUMBER && own.isEmpty()) {
            throw section.problem("'%s' is lent by another mapping (<<) and cannot be changed here alone; write it out"
                    .formatted(field.key()));
        }
        return Optional.of(
                field.kind() == IdeaField.Kind.NUMBER || (isPlain && plainly)
                        ? YamlEdits.setPlain(section, field.key(), text)
                        : YamlEdits.set(section, field.key(), text, neighbour(field.key())));
    }

    private static String neighbour(String key) {
        return key.equals("short") ? "long" : "score";
    }

    private YamlMapping section(IdeaField field) {
        return IdeaFields.section(root, field.section()).orElseThrow();
    }

    private boolean saysOnlyTheChanges(Source after) {
        YamlNode read = YamlDocument.parse(after);
        List<IdeaField> changed = idea.fields().stream()
                .filter(field -> changes.containsKey(field.name()))
                .toList();
        List<YamlMapping> free = changed.stream().map(this::section).toList();
        Set<String> keys = changed.stream().map(IdeaField::key).collect(Collectors.toSet());
        return new YamlComparison(free, keys).difference(root, read).isEmpty()
                && texts(IdeaFields.of(read.asMapping("the strategy")), Map.of())
                        .equals(texts(idea.fields(), changes));
    }

    private static Map<String, String> texts(List<IdeaField> fields, Map<String, String> changes) {
        return fields.stream()
                .collect(Collectors.toMap(
                        IdeaField::name,
                        field ->
                                changes.getOrDefault(field.name(), field.text()).strip()));
    }
}
