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
        addSteady();
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
        for (String name : List.of("wma", "trima", "linearreg", "linearreg_intercept", "tsf")) {
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
        replaceAll("bbands", OwnFunctions.bands(kernel("ma")));
    }

    private void addSteady() {
        for (String name : List.of("linearreg_slope", "linearreg_angle", "correl")) {
            replace(name, SteadyFunctions.zero(kernel(name), period -> period));
        }
        // So many changes are of one value more.
        replace("beta", SteadyFunctions.zero(kernel("beta"), period -> period + 1));
        for (String name : List.of("apo", "ppo")) {
            replace(name, SteadyFunctions.difference(kernel(name)));
        }
        for (String name : List.of("typprice", "avgprice")) {
            replace(name, SteadyFunctions.meanOfBar(kernel(name)));
        }
        replace("cci", SteadyFunctions.channelIndex(kernel("cci")));
        replace("mavp", SteadyFunctions.averageOfVariedPeriod(kernel("mavp")));
        replaceAll("macdext", SteadyFunctions.differences(kernel("macdext")));
        Function.Kernel average = kernel("ma");
        Function.Kernel fast = kernel("stochf_k");
        Function.Kernel ofRsi = kernel("stochrsi_k");
        replaceAll("stoch", new Stochastics(fast, kernel("stoch_k"), 1, true, average));
        replaceAll("stochf", new Stochastics(fast, fast, 1, false, average));
        replaceAll("stochrsi", new Stochastics(ofRsi, ofRsi, 2, false, average));
    }

    /// All outputs of a function.
    private void replaceAll(String name, Function.Kernel kernel) {
        outputsOf(name).forEach(output -> replace(output, kernel));
    }
}
