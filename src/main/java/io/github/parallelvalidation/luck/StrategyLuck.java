package io.github.parallelvalidation.luck;

import io.github.parallelvalidation.gate.PlaceboGrid;
import java.util.BitSet;

/// What is known of one strategy's luck, for the luck of its whole run.
public sealed interface StrategyLuck {

    /// It has the run's worlds, and may be lucky together with others.
    ///
    /// @param passes the worlds in which it passes; bit 0 is world 1
    record Joint(BitSet passes) implements StrategyLuck {}

    /// It has no worlds in common with the run, and counts as independent.
    ///
    /// @param share of its worlds, or of its circular shifts, in which it passes
    /// @param isShifted whether it is by the circular shift; else it has fewer worlds than the run
    /// @param isBound whether the share is at most so large
    record Independent(double share, boolean isShifted, boolean isBound) implements StrategyLuck {}

    static StrategyLuck ofFewerWorlds(double share) {
        return new Independent(share, false, false);
    }

    static StrategyLuck shifted(PlaceboGrid.Luck luck) {
        return new Independent(luck.share(), true, !luck.exact());
    }

    /// Nothing is known.
    record Unknown() implements StrategyLuck {}

    /// The luck of one strategy beside its verdict.
    record OfStrategy(StrategyLuck luck, boolean passed) {}
}
