/// Workers: the built-in one, and the supervisor that follows any worker process from start to its one outcome.
@NullMarked
package io.github.parallelvalidation.worker;

import org.jspecify.annotations.NullMarked;
