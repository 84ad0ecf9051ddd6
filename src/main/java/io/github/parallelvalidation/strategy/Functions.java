package io.github.parallelvalidation.strategy;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// All functions of the language: ours, and TA-Lib's for every other name.
final class Functions {
    static final Set<String> PRICES = Set.of("open", "high", "low", "close", "volume");

    private Functions() {}

    static Optional<Function> find(String name) {
        return Optional.ofNullable(SeriesFunctions.ALL.get(name)).or(() -> TaLib.find(name));
    }

    static Set<String> names() {
        Set<String> names = new TreeSet<>(SeriesFunctions.ALL.keySet());
        names.addAll(TaLib.names());
        return names;
    }
}
