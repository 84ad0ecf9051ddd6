/// The worker's side: the built-in worker that judges one strategy, and the programs that strategies bring.
@NullMarked
package io.github.parallelvalidation.worker;

import org.jspecify.annotations.NullMarked;
