package io.github.parallelvalidation.display;

import io.github.parallelvalidation.result.StrategyResult;
import java.util.Optional;

/// Words about what was run at L1 because somebody insisted.
public final class InsistedText {
    /// Beside a status.
    public static final String BRIEF = "no L0";

    private static final String WORDS = "run at L1 although it had not passed L0, because somebody insisted";

    private InsistedText() {}

    /// Without a capital and a full stop; empty where nobody insisted.
    public static Optional<String> of(StrategyResult result) {
        return result.withoutL0Pass() ? Optional.of(WORDS) : Optional.empty();
    }

    public static Optional<String> sentence(StrategyResult result) {
        return result.withoutL0Pass() ? Optional.of("R" + WORDS.substring(1) + ".") : Optional.empty();
    }
}
