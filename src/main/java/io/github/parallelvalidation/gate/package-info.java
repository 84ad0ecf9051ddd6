/// Metrics and thresholds give a verdict, in one place, so that every worker is judged alike. Pure.
@NullMarked
package io.github.parallelvalidation.gate;

import org.jspecify.annotations.NullMarked;
