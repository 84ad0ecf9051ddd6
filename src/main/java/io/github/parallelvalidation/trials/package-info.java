/// The ledger of all trials, and the deflated Sharpe ratio, which accounts for their number.
@NullMarked
package io.github.parallelvalidation.trials;

import org.jspecify.annotations.NullMarked;
