package io.github.parallelvalidation.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A mapping. Keys are unique; `<<` merges are followed by [#find], own keys first.
///
/// @param flow written in braces
/// @param pairs the pairs as written, in order
public record YamlMapping(Source source, Span span, boolean flow, List<Pair> pairs) implements YamlNode {
    /// The key whose mappings lend their pairs to this one.
    public static final String MERGE = "<<";

    /// A key and its value.
    public record Pair(YamlScalar key, YamlNode value) {}

    public YamlMapping {
        pairs = List.copyOf(pairs);
    }

    /// The pair written in this very mapping.
    public Optional<Pair> own(String key) {
        return pairs.stream().filter(pair -> pair.key().value().equals(key)).findFirst();
    }

    /// The value of a key, merged mappings included; an explicit null counts as absent.
    public Optional<YamlNode> find(String key) {
        Optional<YamlNode> own = own(key).map(Pair::value);
        return own.isPresent() ? own.filter(node -> !node.isNull()) : merged(key);
    }

    private Optional<YamlNode> merged(String key) {
        return lenders().flatMap(lender -> lender.find(key).stream()).findFirst();
    }

    /// The mappings that lend this one their pairs through `<<`, the strongest first.
    public Stream<YamlMapping> lenders() {
        return own(MERGE).map(Pair::value).stream()
                .flatMap(node -> switch (node) {
                    case YamlSequence sequence -> sequence.items().stream();
                    case YamlMapping mapping -> Stream.of(mapping);
                    case YamlScalar _ -> Stream.<YamlNode>empty();
                })
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
    }

    @Override
    public String describe() {
        return "a mapping";
    }
}
