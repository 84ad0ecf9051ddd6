package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;

/// Computes a strategy's signals: from its expressions, or by its own program.
sealed interface SignalSource permits Rules, ProgramRules {

    /// @param withExits whether the exits are wanted as well
    Signals signals(Bars bars, boolean withExits);
}
