package io.github.parallelvalidation.workspace;

import java.util.Optional;

/// Limits on the size and depth of a document. Aliases count as what they stand for, so that neither a few lines that
/// stand for millions of values nor a chain of aliases that is thousands of levels deep reaches anybody who walks the
/// nodes.
final class YamlLimits {
    private static final int NESTING = 64;
    private static final int ALIASES = 50;
    static final int VALUES = 1_000_000;
    /// Of a list whose items are read one at a time.
    static final int LISTED_VALUES = 20_000_000;
    private static final int SCALAR = 1 << 20;

    private long values;
    private int deepest;
    private int aliases;

    /// Counts a value; gives back what [#leave] wants.
    int enter(int depth) {
        values++;
        int outer = deepest;
        deepest = depth;
        return outer;
    }

    void leave(int outer) {
        deepest = Math.max(deepest, outer);
    }

    /// Why the values so far are too many or too deep.
    Optional<String> violation() {
        if (deepest > NESTING) {
            return Optional.of("nested deeper than " + NESTING + " levels, the most that is read");
        }
        return values > VALUES
                ? Optional.of("more than %,d values up to here, the most that is read".formatted(VALUES))
                : Optional.empty();
    }

    /// Counts what an alias stands for.
    Optional<String> alias(long values, int deepest) {
        if (++aliases > ALIASES) {
            return Optional.of("more than " + ALIASES + " aliases, the most that is read");
        }
        this.values += values;
        this.deepest = Math.max(this.deepest, deepest);
        return violation();
    }

    Optional<String> scalar(String value) {
        return value.length() > SCALAR
                ? Optional.of("this value is longer than 1 MiB, the most that is read")
                : Optional.empty();
    }

    long values() {
        return values;
    }

    int deepest() {
        return deepest;
    }
}
