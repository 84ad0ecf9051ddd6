/// The auto-trigger: detects changes of the queue, and decides when a run is due. It starts none itself.
@NullMarked
package io.github.parallelvalidation.watch;

import org.jspecify.annotations.NullMarked;
