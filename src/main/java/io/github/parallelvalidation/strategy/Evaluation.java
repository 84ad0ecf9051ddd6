package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;

/// The rules of a strategy, ready to be computed on one market and its rebuilt forms: bars of one length, with the same
/// times and volume.
public interface Evaluation {

    /// @return score and signals for each bar, in arrays that the next call may overwrite
    Signals on(Bars bars);

    /// The score alone, the same as [#on] gives: where nothing else is asked, nothing else needs to be computed.
    default double[] score(Bars bars) {
        return on(bars).score();
    }
}
