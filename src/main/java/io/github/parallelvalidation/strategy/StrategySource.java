package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Timeframe;

/// A strategy as its file says it.
///
/// @param horizon how many bars ahead its signals are judged, 1 or more
record StrategySource(String asset, Timeframe timeframe, int horizon, RuleSource rules) {}
