/// How much of what passed noise alone would have passed: the worlds of a strategy, and those of a whole run.
@NullMarked
package io.github.parallelvalidation.luck;

import org.jspecify.annotations.NullMarked;
