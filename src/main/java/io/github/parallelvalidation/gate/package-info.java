/// Gates: metrics and thresholds give a verdict by the same rules for every worker. Pure.
@NullMarked
package io.github.parallelvalidation.gate;

import org.jspecify.annotations.NullMarked;
