/// What a strategy did on its market, bar by bar: its signal events, its trades, its equity. A worker writes
/// them as CSV beside its results; whoever shows a strategy reads them.
@NullMarked
package io.github.parallelvalidation.trace;

import org.jspecify.annotations.NullMarked;
