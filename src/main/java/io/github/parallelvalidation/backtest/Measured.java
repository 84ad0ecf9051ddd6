package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.trace.Trace;
import java.util.Optional;

/// What a strategy scored on the market as it is, and on its rebuilt forms.
///
/// @param worlds empty where none were computed
/// @param trace what it did on the market as it is
public record Measured(Metrics metrics, Optional<Worlds> worlds, Trace trace) {}
