package io.github.parallelvalidation.strategy;

/// Computes a strategy's signals: from its expressions, or by its own program.
sealed interface SignalSource permits Rules, ProgramRules {

    /// @param length of the bars
    /// @param withExits whether the exits are wanted as well
    Evaluation evaluation(int length, boolean withExits);

    /// Whether it is known to need the bars' volume.
    boolean readsVolume();
}
