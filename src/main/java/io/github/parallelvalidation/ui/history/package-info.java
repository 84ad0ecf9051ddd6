/// The last thirty runs as charts.
@NullMarked
package io.github.parallelvalidation.ui.history;

import org.jspecify.annotations.NullMarked;
