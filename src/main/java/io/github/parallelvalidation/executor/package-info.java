/// Where workers run.
@NullMarked
package io.github.parallelvalidation.executor;

import org.jspecify.annotations.NullMarked;
