package io.github.parallelvalidation.luck;

import java.util.BitSet;

/// What is known of one strategy's luck, for the luck of its whole run.
public sealed interface StrategyLuck {

    /// It has the run's worlds, and may be lucky together with others.
    ///
    /// @param passes the worlds in which it passes; bit 0 is world 1
    record Joint(BitSet passes) implements StrategyLuck {}

    /// It has fewer worlds than the run, and counts as independent.
    ///
    /// @param share of its worlds in which it passes
    record FewerWorlds(double share) implements StrategyLuck {}

    /// Its luck is that of the circular shift, and it counts as independent.
    ///
    /// @param share of the shifts that pass
    record Shifted(double share) implements StrategyLuck {}

    /// Nothing is known.
    record Unknown() implements StrategyLuck {}

    /// The luck of one strategy beside its verdict.
    record OfStrategy(StrategyLuck luck, boolean passed) {}
}
