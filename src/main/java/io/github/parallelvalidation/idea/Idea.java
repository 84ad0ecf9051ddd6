package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The idea of a strategy as its `parameters.yaml` said when it was read.
///
/// @param source the file and its text; what is saved is a change of this text and of no other
/// @param fields what of it can be changed here
/// @param hasProgram whether its signals come from a program of its own
public record Idea(StrategyId id, Source source, List<IdeaField> fields, boolean hasProgram) {
    public Idea {
        fields = List.copyOf(fields);
    }

    /// What a field says after these changes.
    String text(IdeaField field, Map<String, String> edits) {
        return edits.getOrDefault(field.name(), field.text()).strip();
    }

    /// Only those that change something.
    public Map<String, String> changes(Map<String, String> edits) {
        return fields.stream()
                .filter(field -> !text(field, edits).equals(field.text().strip()))
                .collect(Collectors.toMap(IdeaField::name, field -> text(field, edits)));
    }
}
