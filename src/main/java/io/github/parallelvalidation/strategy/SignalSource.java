package io.github.parallelvalidation.strategy;

import java.util.Optional;

/// Computes a strategy's signals: from its expressions, or by its own program.
sealed interface SignalSource permits Rules, ProgramRules {

    /// @param length of the bars
    /// @param withExits whether the exits are wanted as well
    /// @param noise what every series is disturbed by, if it is to be
    Evaluation evaluation(int length, boolean withExits, Optional<RoundingNoise> noise);
}
