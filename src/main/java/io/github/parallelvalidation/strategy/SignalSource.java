package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;

/// Where a strategy's signals come from: its expressions, or a program of its own.
sealed interface SignalSource permits Rules, ProgramRules {

    /// @param withExits whether the exits are wanted as well
    Signals signals(Bars bars, boolean withExits);
}
