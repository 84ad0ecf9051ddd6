package io.github.parallelvalidation.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
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
        for (Pair pair : pairs) {
            if (pair.key().value().equals(key)) {
                return Optional.of(pair);
            }
        }
        return Optional.empty();
    }

    /// The value of a key, merged mappings included; an explicit null counts as absent.
    public Optional<YamlNode> find(String key) {
        Optional<Pair> own = own(key);
        if (own.isPresent()) {
            YamlNode value = own.get().value();
            return value.isNull() ? Optional.empty() : Optional.of(value);
        }
        return own(MERGE).isPresent() ? merged(key) : Optional.empty();
    }

    /// The single value of a key, where there is one.
    ///
    /// @throws ProblemException when it is a mapping or a list
    public Optional<YamlScalar> findScalar(String key) {
        return find(key).map(node -> node.asScalar(key));
    }

    /// @throws ProblemException when it is missing, or a mapping or a list
    public YamlScalar scalar(String key) {
        return findScalar(key).orElseThrow(() -> problem("'" + key + "' is missing"));
    }

    public Optional<String> findText(String key) {
        return findScalar(key).map(YamlScalar::value);
    }

    /// @throws ProblemException when it is missing, or a mapping or a list
    public String text(String key) {
        return scalar(key).value();
    }

    /// 0 where there is none.
    ///
    /// @throws ProblemException when it is not a number
    public double number(String key) {
        return findScalar(key)
                .map(scalar -> scalar.asDouble(key, -Double.MAX_VALUE, Double.MAX_VALUE))
                .orElse(0.0);
    }

    /// A whole number from 0 on, 0 where there is none.
    ///
    /// @throws ProblemException when it is anything else
    public int count(String key) {
        return findInt(key, 0, Integer.MAX_VALUE).orElse(0);
    }

    /// A whole number, where there is one.
    ///
    /// @throws ProblemException when it is anything else, or out of these bounds
    public OptionalInt findInt(String key, int min, int max) {
        return findScalar(key)
                .map(scalar -> OptionalInt.of(scalar.asInt(key, min, max)))
                .orElse(OptionalInt.empty());
    }

    /// False where there is none.
    ///
    /// @throws ProblemException when it is not a truth value
    public boolean truth(String key) {
        return findScalar(key).map(scalar -> scalar.asBoolean(key)).orElse(false);
    }

    /// The items of a list, empty where there is none.
    ///
    /// @throws ProblemException when it is no list
    public <T> List<T> list(String key, Function<YamlNode, T> item) {
        return find(key)
                .map(node -> node.asSequence(key).items().stream().map(item).toList())
                .orElse(List.of());
    }

    /// The numbers of a mapping by their keys, empty where there is none.
    ///
    /// @throws ProblemException when it is no mapping, or one of something else than numbers
    public Map<String, Double> numbers(String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        find(key)
                .map(node -> node.asMapping(key))
                .ifPresent(mapping -> mapping.pairs()
                        .forEach(pair -> numbers.put(
                                pair.key().value(),
                                pair.value()
                                        .asScalar(pair.key().value())
                                        .asDouble(pair.key().value(), -Double.MAX_VALUE, Double.MAX_VALUE))));
        return numbers;
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
