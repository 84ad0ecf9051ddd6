package io.github.parallelvalidation.workspace;

import java.util.Optional;
import java.util.regex.Pattern;

/// A strategy id: `STR-` and three or more digits, nothing else. It becomes a path, so it is checked before any path is
/// built from it.
public record StrategyId(String value) implements Comparable<StrategyId> {
    private static final Pattern FORM = Pattern.compile("STR-[0-9]{3,18}");

    public StrategyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a strategy id is STR- and three or more digits, found '" + value + "'");
        }
    }

    public static Optional<StrategyId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new StrategyId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(StrategyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
