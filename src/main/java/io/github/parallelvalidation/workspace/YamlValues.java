package io.github.parallelvalidation.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Converts nodes to plain Java values: maps, lists, `Long`, `Double`, `Boolean`, `String`, null.
public final class YamlValues {
    private YamlValues() {}

    public static Map<String, @Nullable Object> map(YamlMapping mapping) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (YamlMapping.Pair pair : mapping.pairs()) {
            values.put(pair.key().value(), of(pair.value()));
        }
        return values;
    }

    public static @Nullable Object of(YamlNode node) {
        return switch (node) {
            case YamlMapping mapping -> map(mapping);
            case YamlSequence list -> list.items().stream().map(YamlValues::of).toList();
            case YamlScalar scalar when scalar.isNull() -> null;
            case YamlScalar scalar ->
                scalar.integer()
                        .<Object>map(whole -> whole)
                        .or(scalar::number)
                        .or(scalar::truth)
                        .orElse(scalar.value());
        };
    }
}
