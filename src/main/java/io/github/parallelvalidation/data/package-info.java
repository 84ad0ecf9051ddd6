/// Bars: where they are found, how they are read and checked, and how coarser ones are built.
@NullMarked
package io.github.parallelvalidation.data;

import org.jspecify.annotations.NullMarked;
