/// The auto-trigger: learns that the queue changed, and says when a run is due. It starts none itself.
@NullMarked
package io.github.parallelvalidation.watch;

import org.jspecify.annotations.NullMarked;
