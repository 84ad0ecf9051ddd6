package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Text fields of our own files.
public final class Fields {
    private Fields() {}

    public static String text(YamlMapping map, String key) {
        return find(map, key).orElseThrow(() -> map.problem("'" + key + "' is missing"));
    }

    static YamlScalar scalar(YamlMapping map, String key) {
        return map.find(key)
                .orElseThrow(() -> map.problem("'" + key + "' is missing"))
                .asScalar(key);
    }

    static Instant instant(YamlMapping map, String key) {
        return scalar(map, key).asInstant(key);
    }

    static <E extends Enum<E>> E word(YamlMapping map, String key, Class<E> type) {
        return scalar(map, key).asWord(key, type);
    }

    public static Optional<String> find(YamlMapping map, String key) {
        return map.find(key).map(node -> node.asScalar(key).value());
    }

    /// 0 where there is none.
    public static double number(YamlMapping map, String key) {
        return map.find(key).flatMap(node -> node.asScalar(key).number()).orElse(0.0);
    }

    /// A time limit in whole seconds, where there is one.
    static OptionalInt seconds(YamlMapping map, String key) {
        return map.find(key)
                .map(node -> OptionalInt.of(node.asScalar(key).asInt(key, 1, Integer.MAX_VALUE)))
                .orElse(OptionalInt.empty());
    }

    static StrategyId id(YamlMapping map, String key) {
        return StrategyId.parse(text(map, key))
                .orElseThrow(() -> map.problem("'" + key + "' must be STR- and three or more digits"));
    }
}
