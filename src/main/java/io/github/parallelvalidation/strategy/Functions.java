package io.github.parallelvalidation.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The registry of functions that expressions can call. Where TA-Lib and this language share a name (`min`, `max`,
/// `exp`, `sqrt`), this language's element-by-element function is meant; the windowed ones are `rolling_min`,
/// `rolling_max`.
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
        addAverages();
        addBands();
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

    private void addAverages() {
        for (String name : List.of("wma", "trima", "linearreg", "tsf")) {
            replace(name, SteadyAverages.of(kernel(name)));
        }
        replace("ma", SteadyAverages.ofTypes(kernel("ma")));
    }

    private Function.Kernel kernel(String name) {
        return Objects.requireNonNull(byName.get(name), name).kernel();
    }

    private void replace(String name, Function.Kernel kernel) {
        Function talib = Objects.requireNonNull(byName.get(name), name);
        byName.put(name, new Function(name, talib.parameters(), kernel, talib.output(), false));
    }

    private void addBands() {
        Function average = Objects.requireNonNull(byName.get("ma"), "ma");
        Function.Kernel bands = OwnFunctions.bands(average.kernel());
        List<String> names = outputsOf("bbands");
        for (int i = 0; i < names.size(); i++) {
            Function original = Objects.requireNonNull(byName.get(names.get(i)), "a band");
            byName.put(names.get(i), new Function(names.get(i), original.parameters(), bands, i, false));
        }
    }
}
