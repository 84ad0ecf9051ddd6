/// The L0 screen and the L1 backtest: pure functions from bars and signals to metrics.
@NullMarked
package io.github.parallelvalidation.backtest;

import org.jspecify.annotations.NullMarked;
