/// Metrics of runs: the history of thirty runs, and alerts.
@NullMarked
package io.github.parallelvalidation.metrics;

import org.jspecify.annotations.NullMarked;
