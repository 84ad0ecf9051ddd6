/// Tables of strategies: the queue, and the results of a run.
@NullMarked
package io.github.parallelvalidation.ui.queue;

import org.jspecify.annotations.NullMarked;
