package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlSequence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the parameters of a strategy: every single value under `entry`, `exit`, `filters` and `parameters`.
final class ParameterReader {
    static final List<String> SECTIONS = List.of("entry", "exit", "filters", "parameters");
    /// Under `exit` these are expressions, not values.
    private static final Set<String> EXIT_RULES = Set.of("long", "short");
    /// More free numbers than this fit any past.
    private static final int MOST_TUNABLE = 7;

    private static final String MERGE = "<<";

    private ParameterReader() {}

    static Map<String, Value> read(YamlMapping root, List<Problem> warnings) {
        Map<String, Value> parameters = new LinkedHashMap<>();
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : SECTIONS) {
            Optional<YamlNode> node = root.find(section);
            if (node.isPresent()) {
                for (YamlMapping.Pair pair : pairs(node.get().asMapping(section))) {
                    if (isParameter(section, pair)) {
                        add(pair, section, parameters, sections);
                    }
                }
            }
        }
        long tunable = parameters.values().stream()
                .filter(Value.Amount.class::isInstance)
                .count();
        if (tunable > MOST_TUNABLE) {
            warnings.add(root.problem("%d tunable numbers, more than %d: so many fit any past by chance"
                            .formatted(tunable, MOST_TUNABLE))
                    .problem());
        }
        return parameters;
    }

    /// Whether a pair under a section is a parameter and not a rule, a list or a mapping.
    static boolean isParameter(String section, YamlMapping.Pair pair) {
        boolean isRule =
                section.equals("exit") && EXIT_RULES.contains(pair.key().value());
        return !isRule && pair.value() instanceof YamlScalar;
    }

    /// The pairs of a mapping and of those merged into it with `<<`, its own first.
    static Collection<YamlMapping.Pair> pairs(YamlMapping mapping) {
        Map<String, YamlMapping.Pair> pairs = new LinkedHashMap<>();
        for (YamlMapping.Pair pair : mapping.pairs()) {
            if (!pair.key().value().equals(MERGE)) {
                pairs.put(pair.key().value(), pair);
            }
        }
        mapping.own(MERGE).ifPresent(merged -> {
            List<YamlNode> sources =
                    merged.value() instanceof YamlSequence list ? list.items() : List.of(merged.value());
            for (YamlNode source : sources) {
                if (source instanceof YamlMapping other) {
                    pairs(other).forEach(pair -> pairs.putIfAbsent(pair.key().value(), pair));
                }
            }
        });
        return pairs.values();
    }

    private static void add(
            YamlMapping.Pair pair, String section, Map<String, Value> parameters, Map<String, String> sections) {
        String name = pair.key().value();
        YamlScalar scalar = pair.value().asScalar(name);
        if (Compiler.BUILT_IN.contains(name)) {
            throw pair.key()
                    .problem("the parameter '%s' has the name of a built-in; choose another name".formatted(name));
        }
        String other = sections.putIfAbsent(name, section);
        if (other != null) {
            throw pair.key()
                    .problem("the name '%s' is defined under '%s' and under '%s'; one of them must go"
                            .formatted(name, other, section));
        }
        parameters.put(name, value(scalar));
    }

    private static Value value(YamlScalar scalar) {
        Optional<Value> number = scalar.number().map(Value.Amount::new);
        return number.or(() -> scalar.truth().map(Value.Truth::new)).orElseGet(() -> new Value.Text(scalar.value()));
    }
}
