/// Bars: where they are, how files of them are read, what is checked, how coarser ones are built.
@NullMarked
package io.github.parallelvalidation.data;

import org.jspecify.annotations.NullMarked;
