package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;

/// Runs a strategy's own program on bars.
@FunctionalInterface
public interface ProgramRunner {
    /// For who only reads strategies.
    ProgramRunner NONE = (program, bars, length) -> {
        throw new IllegalStateException("a strategy that was only read cannot run its program");
    };

    /// @param length how many of the bars, from the first on, the program is given
    /// @return what it says about each of those
    ProgramOutput run(Program program, Bars bars, int length);
}
