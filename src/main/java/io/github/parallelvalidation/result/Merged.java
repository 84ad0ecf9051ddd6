package io.github.parallelvalidation.result;

import io.github.parallelvalidation.luck.RunLuck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verdicts of a run with what only the whole run could tell.
///
/// @param luck what noise alone would have passed, or null where nothing is known of that
public record Merged(List<StrategyResult> strategies, @Nullable RunLuck luck) {
    public Merged {
        strategies = List.copyOf(strategies);
    }
}
