package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The arguments of a call, read strictly: what is missing, of another kind or not known is refused in a sentence.
///
/// @param place stands before each name in a message, as in `task_spec.`
record Arguments(Map<String, @Nullable Object> values, String place) {
    /// The most characters of a text.
    private static final int LONGEST = 1_000;

    static Arguments of(Map<String, @Nullable Object> values) {
        return new Arguments(values, "");
    }

    /// @throws ToolException when there is any other
    Arguments only(String... known) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw wrong("'%s%s' is not known here; %s"
                    .formatted(
                            place,
                            unknown.iterator().next(),
                            known.length == 0 ? "there are no arguments" : "known are " + String.join(", ", known)));
        }
        return this;
    }

    Arguments object(String name) {
        if (!(values.get(name) instanceof Map<?, ?> map)) {
            throw wrong(name, "an object", values.get(name));
        }
        return inner(map, place + name + ".");
    }

    static Arguments inner(Map<?, ?> map, String place) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return new Arguments(named, place);
    }

    String text(String name) {
        return findText(name).orElseThrow(() -> wrong(name, "a text", values.get(name)));
    }

    Optional<String> findText(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isBlank() || text.length() > LONGEST) {
            throw wrong(name, "a text of 1 to 1,000 characters", value);
        }
        return Optional.of(text);
    }

    StrategyId strategy(String name) {
        return strategy(text(name), name);
    }

    StrategyId strategy(String text, String name) {
        return StrategyId.parse(text).orElseThrow(() -> wrong(name, StrategyId.FORM, text));
    }

    List<StrategyId> strategies(String name) {
        return list(name).stream()
                .map(item -> strategy(String.valueOf(item), name))
                .toList();
    }

    Tier tier(String name) {
        return findTier(name).orElseThrow(() -> wrong(name, "L0 or L1", values.get(name)));
    }

    Optional<Tier> findTier(String name) {
        // As it is published, in capitals.
        return findText(name)
                .map(text -> Tier.parse(text)
                        .filter(tier -> tier.name().equals(text))
                        .orElseThrow(() -> wrong(name, "L0 or L1", text)));
    }

    OptionalInt findInt(String name, int least, int most) {
        Object value = values.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return OptionalInt.of(number.intValue());
        }
        throw wrong(name, "a whole number from %d to %d".formatted(least, most), value);
    }

    boolean truth(String name) {
        Object value = values.get(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong(name, "true or false", value);
    }

    List<?> list(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list", value);
    }

    ToolException wrong(String name, String right, @Nullable Object found) {
        return wrong("'%s%s' must be %s, found %s".formatted(place, name, right, described(found)));
    }

    static ToolException wrong(String sentence) {
        return new ToolException(ToolException.Kind.USAGE, sentence);
    }

    private static String described(@Nullable Object found) {
        String text = String.valueOf(found);
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return found == null ? "nothing" : found instanceof String ? "'" + shown + "'" : shown;
    }
}
