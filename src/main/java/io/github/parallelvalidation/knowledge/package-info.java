/// Knowledge files that others write too: lessons and counters of failure causes.
@NullMarked
package io.github.parallelvalidation.knowledge;

import org.jspecify.annotations.NullMarked;
