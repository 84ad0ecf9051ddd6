/// The merged result of a run: verdicts, q-values, counts.
@NullMarked
package io.github.parallelvalidation.result;

import org.jspecify.annotations.NullMarked;
