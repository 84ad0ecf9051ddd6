/// The results of a run become one merged result: verdicts, q-values, sums.
@NullMarked
package io.github.parallelvalidation.result;

import org.jspecify.annotations.NullMarked;
