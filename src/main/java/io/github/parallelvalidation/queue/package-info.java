/// The queue of strategies: entries, statuses, and the file that others write too.
@NullMarked
package io.github.parallelvalidation.queue;

import org.jspecify.annotations.NullMarked;
