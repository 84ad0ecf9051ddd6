package io.github.parallelvalidation.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Every function an expression can call, by name. Where TA-Lib and this language share a name (`min`,
/// `max`, `exp`, `sqrt`), this language's element-by-element function is meant; the windowed ones are
/// `rolling_min`, `rolling_max`.
final class Functions {
    /// The two functions with a truth value; the compiler writes them out as comparisons.
    static final Set<String> CROSSINGS = Set.of("crossed_above", "crossed_below");

    private static final Functions ALL = new Functions();

    private final Map<String, Function> byName = new HashMap<>();
    private final Map<String, List<String>> outputs = new HashMap<>();

    private Functions() {
        TalibTable.Read talib = TalibTable.read();
        byName.putAll(talib.functions());
        outputs.putAll(talib.lines());
        addBand("bb_upper", 1, 1);
        addBand("bb_lower", 2, -1);
        OwnFunctions.all().forEach(function -> byName.put(function.name(), function));
    }

    static Functions all() {
        return ALL;
    }

    Optional<Function> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// For a TA-Lib function with several outputs and no output of its own name: the names of the outputs.
    List<String> outputsOf(String name) {
        return outputs.getOrDefault(name, List.of());
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(byName.keySet());
        names.addAll(CROSSINGS);
        return names;
    }

    private void addBand(String name, int factorAt, int sign) {
        Function original = Objects.requireNonNull(byName.get(name), name);
        Function middle = Objects.requireNonNull(byName.get("bb_middle"), "bb_middle");
        byName.put(name, new Function(name, original.parameters(), OwnFunctions.band(middle.kernel(), factorAt, sign)));
    }
}
