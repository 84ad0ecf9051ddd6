/// The worker's side: the built-in worker that evaluates one strategy, and strategies' own programs.
@NullMarked
package io.github.parallelvalidation.worker;

import org.jspecify.annotations.NullMarked;
