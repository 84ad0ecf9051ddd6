package io.github.parallelvalidation.workspace;

import java.util.Optional;

/// A strategy id: `STR-` and 3 to 18 digits, nothing else. It becomes a path, so it is checked before any path is
/// built from it.
public record StrategyId(String value) implements Comparable<StrategyId> {
    private static final String PREFIX = "STR-";
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 18;

    /// What one is, for a sentence.
    public static final String FORM = PREFIX + " and " + FEWEST_DIGITS + " to " + MOST_DIGITS + " digits";

    public StrategyId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("a strategy id is " + FORM + ", found " + Printable.quoted(value));
        }
    }

    public static Optional<StrategyId> parse(String text) {
        return isOne(text) ? Optional.of(new StrategyId(text)) : Optional.empty();
    }

    /// The strategy of a folder `STR-NNN` or `STR-NNN-short-name`.
    public static Optional<StrategyId> ofFolder(String name) {
        int dash = name.indexOf('-', name.indexOf('-') + 1);
        return parse(dash < 0 ? name : name.substring(0, dash));
    }

    private static boolean isOne(String text) {
        int digits = text.length() - PREFIX.length();
        if (!text.startsWith(PREFIX) || digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            return false;
        }
        for (int i = PREFIX.length(); i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
