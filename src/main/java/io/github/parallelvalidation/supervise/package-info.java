/// The parent's side: one supervisor per worker process, from its start to its one outcome.
@NullMarked
package io.github.parallelvalidation.supervise;

import org.jspecify.annotations.NullMarked;
