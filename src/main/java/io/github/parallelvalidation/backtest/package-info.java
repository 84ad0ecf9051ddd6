/// What a strategy is worth on given bars: pure functions from bars and signals to metrics.
@NullMarked
package io.github.parallelvalidation.backtest;

import org.jspecify.annotations.NullMarked;
