package io.github.parallelvalidation.workspace;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the first place where two readings of a document differ in content, aliases and merges followed.
public final class YamlComparison {
    private final Set<YamlMapping> free = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> keys;

    /// @param free mappings of the earlier reading in which `keys` may differ
    public YamlComparison(Collection<YamlMapping> free, Set<String> keys) {
        this.free.addAll(free);
        this.keys = Set.copyOf(keys);
    }

    /// The node of the earlier reading that the later one says otherwise.
    public Optional<YamlNode> difference(YamlNode before, YamlNode after) {
        return compare(before, after, false);
    }

    private Optional<YamlNode> compare(YamlNode before, YamlNode after, boolean merged) {
        boolean same = switch (before) {
            case YamlScalar scalar ->
                after instanceof YamlScalar other
                        && scalar.value().equals(other.value())
                        && scalar.isNull() == other.isNull();
            case YamlSequence list ->
                after instanceof YamlSequence other
                        && list.items().size() == other.items().size();
            case YamlMapping _ -> after instanceof YamlMapping;
        };
        if (!same) {
            return Optional.of(before);
        }
        return switch (before) {
            case YamlScalar _ -> Optional.empty();
            case YamlSequence list -> items(list, (YamlSequence) after, merged);
            case YamlMapping mapping -> pairs(mapping, (YamlMapping) after, merged);
        };
    }

    private Optional<YamlNode> items(YamlSequence before, YamlSequence after, boolean merged) {
        for (int i = 0; i < before.items().size(); i++) {
            Optional<YamlNode> difference =
                    compare(before.items().get(i), after.items().get(i), merged);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /// What a merged mapping says of the keys matters only where it is not said otherwise nearer by.
    private Optional<YamlNode> pairs(YamlMapping before, YamlMapping after, boolean merged) {
        boolean lenient = merged || free.contains(before);
        List<YamlMapping.Pair> mine = fixed(before, lenient);
        List<YamlMapping.Pair> theirs = fixed(after, lenient);
        if (mine.size() != theirs.size()) {
            return Optional.of(before);
        }
        for (int i = 0; i < mine.size(); i++) {
            YamlScalar key = mine.get(i).key();
            if (!key.value().equals(theirs.get(i).key().value())) {
                return Optional.of(key);
            }
            Optional<YamlNode> difference = compare(
                    mine.get(i).value(), theirs.get(i).value(), key.value().equals(YamlMapping.MERGE));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return lenient || before.own(YamlMapping.MERGE).isEmpty() ? Optional.empty() : inherited(before, after);
    }

    private List<YamlMapping.Pair> fixed(YamlMapping mapping, boolean lenient) {
        return lenient
                ? mapping.pairs().stream()
                        .filter(pair -> !keys.contains(pair.key().value()))
                        .toList()
                : mapping.pairs();
    }

    private Optional<YamlNode> inherited(YamlMapping before, YamlMapping after) {
        for (String key : keys) {
            Optional<YamlNode> mine = before.find(key);
            Optional<YamlNode> theirs = after.find(key);
            if (mine.isPresent() != theirs.isPresent()) {
                return Optional.of(before);
            }
            if (mine.isPresent()
                    && compare(mine.get(), theirs.orElseThrow(), false).isPresent()) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }
}
