package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.strategy.Expression.Logical;

/// The exit signals of a strategy. They are computed only for a backtest, as nothing else needs them.
record Exits(Logical ofLongs, Logical ofShorts) {}
