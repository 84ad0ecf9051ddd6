/// Parallel Validation: screens a queue of trading strategies and says how many passes are luck.
@NullMarked
package io.github.parallelvalidation;

import org.jspecify.annotations.NullMarked;
