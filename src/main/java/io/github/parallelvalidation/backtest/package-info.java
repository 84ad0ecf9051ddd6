/// Judges signals on bars: pure functions of numbers.
@NullMarked
package io.github.parallelvalidation.backtest;

import org.jspecify.annotations.NullMarked;
