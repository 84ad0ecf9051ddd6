package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Symbols;
import io.github.parallelvalidation.workspace.Sha256;
import io.github.parallelvalidation.workspace.YamlValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A short name for all that decides a strategy's signals.
final class StrategyHash {
    private static final int DIGITS = 16;

    private StrategyHash() {}

    static String of(StrategySource source, Map<String, Value> parameters) {
        StringBuilder text = new StringBuilder();
        line(text, "asset", Symbols.normalised(source.asset()));
        line(text, "timeframe", source.timeframe().label());
        new TreeMap<>(YamlValues.map(source.signal())).forEach((key, value) -> line(text, "signal." + key, value));
        for (String side : List.of("long", "short")) {
            source.exit()
                    .flatMap(exit -> exit.find(side))
                    .ifPresent(rule -> line(text, "exit." + side, YamlValues.of(rule)));
        }
        new TreeMap<>(Value.plain(parameters)).forEach((name, value) -> line(text, name, value));
        return Sha256.of(text.toString()).substring(0, DIGITS);
    }

    private static void line(StringBuilder text, String name, @Nullable Object value) {
        text.append(name).append(' ').append(String.valueOf(value).strip()).append('\n');
    }
}
