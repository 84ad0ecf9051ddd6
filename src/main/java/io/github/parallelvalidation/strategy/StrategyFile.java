package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.workspace.Names;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `parameters.yaml`.
public final class StrategyFile {
    public static final String NAME = "parameters.yaml";

    private static final List<String> SECTIONS = List.of("entry", "exit", "filters", "parameters");
    private static final Set<String> SIGNAL_KEYS = Set.of("score", "long", "short", "horizon", "command");
    private static final Set<String> TAKEN = Set.of("score", "true", "false");
    private static final int MANY_NUMBERS = 7;
    private static final int LONGEST_HORIZON = 1_000_000;

    private final YamlMapping root;
    private final List<Problem> warnings = new ArrayList<>();

    private StrategyFile(YamlMapping root) {
        this.root = root;
    }

    /// The strategy, every name, kind and period in it checked.
    ///
    /// @throws ProblemException with file, line and column of the first thing that is wrong
    public static Strategy read(Path file) {
        return new StrategyFile(YamlDocument.read(file).asMapping("the strategy")).strategy();
    }

    private Strategy strategy() {
        YamlMapping signal = root.find("signal")
                .orElseThrow(() -> root.problem("'signal' is missing: it holds long, short, score and horizon"))
                .asMapping("signal");
        warnOfUnknown(signal);
        if (signal.find("command").isPresent()) {
            throw signal.find("command")
                    .get()
                    .problem("'command': strategies with a program of their own cannot be run yet");
        }
        Rule longs = rule(signal, "long");
        Rule shorts = rule(signal, "short");
        if (longs == null && shorts == null) {
            throw signal.problem("'signal' needs 'long' or 'short', or both");
        }
        List<Rule> exits = new ArrayList<>();
        root.find("exit")
                .filter(node -> node instanceof YamlMapping)
                .map(node -> node.asMapping("exit"))
                .ifPresent(exit -> {
                    for (String side : List.of("long", "short")) {
                        Rule rule = rule(exit, side);
                        if (rule != null) {
                            exits.add(rule);
                        }
                    }
                });
        Strategy strategy = new Strategy(
                required("asset").value(),
                timeframe(),
                signal.find("horizon")
                        .orElseThrow(() -> signal.problem("'signal.horizon' is missing: bars ahead, 1 or more"))
                        .asScalar("horizon")
                        .asInt("horizon", 1, LONGEST_HORIZON),
                parameters(),
                rule(signal, "score"),
                longs,
                shorts,
                exits,
                warnings);
        strategy.check();
        return strategy;
    }

    private YamlScalar required(String key) {
        return root.find(key)
                .orElseThrow(() -> root.problem("'" + key + "' is missing"))
                .asScalar(key);
    }

    private Timeframe timeframe() {
        YamlScalar text = required("timeframe");
        return Timeframe.parse(text.value())
                .orElseThrow(() -> text.problem("timeframe must be one of %s, found %s"
                        .formatted(String.join(" ", Timeframe.texts()), text.describe())));
    }

    private static @Nullable Rule rule(YamlMapping mapping, String key) {
        return mapping.find(key)
                .map(node -> Rule.parse(key, node.asScalar(key)))
                .orElse(null);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String section : SECTIONS) {
            Optional<YamlNode> node = root.find(section);
            if (node.isPresent() && !node.get().isNull()) {
                for (YamlMapping.Pair pair : node.get().asMapping(section).pairs()) {
                    boolean isRule = section.equals("exit")
                            && Set.of("long", "short").contains(pair.key().value());
                    if (!isRule && pair.value() instanceof YamlScalar scalar) {
                        add(parameters, pair.key(), scalar, section);
                    }
                }
            }
        }
        long numbers =
                parameters.values().stream().filter(Number.class::isInstance).count();
        if (numbers > MANY_NUMBERS) {
            warnings.add(root.problem("%d tunable numbers: with more than %d a good score is easily found by chance"
                            .formatted(numbers, MANY_NUMBERS))
                    .problem());
        }
        return parameters;
    }

    private static void add(Map<String, Object> parameters, YamlScalar key, YamlScalar value, String section) {
        String name = key.value();
        Optional<Object> known =
                value.integer().<Object>map(whole -> whole).or(value::number).or(value::truth);
        if (known.isEmpty()) {
            return;
        }
        if (parameters.containsKey(name)) {
            throw key.problem(
                    "the name '%s' is defined a second time, in '%s'; each name once".formatted(name, section));
        }
        if (TAKEN.contains(name) || Functions.PRICES.contains(name)) {
            throw key.problem("the name '" + name + "' belongs to the language; choose another");
        }
        parameters.put(name, known.get());
    }

    private void warnOfUnknown(YamlMapping signal) {
        for (YamlMapping.Pair pair : signal.pairs()) {
            String key = pair.key().value();
            if (!SIGNAL_KEYS.contains(key)) {
                String hint = Names.nearest(key, SIGNAL_KEYS)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
                warnings.add(pair.key()
                        .problem("'signal." + key + "' is not known and not used" + hint)
                        .problem());
            }
        }
    }
}
