package io.github.parallelvalidation.workspace;

import java.util.List;

/// A list.
///
/// @param flow written in brackets
public record YamlSequence(Source source, Span span, boolean flow, List<YamlNode> items) implements YamlNode {
    public YamlSequence {
        items = List.copyOf(items);
    }

    @Override
    public String describe() {
        return "a list";
    }
}
