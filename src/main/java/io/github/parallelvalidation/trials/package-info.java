/// Everything that was ever tried, and what that makes of the best of it.
@NullMarked
package io.github.parallelvalidation.trials;

import org.jspecify.annotations.NullMarked;
