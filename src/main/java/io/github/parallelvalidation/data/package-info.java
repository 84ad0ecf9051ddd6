/// Bars: catalogue, checks, merging, resampling and the column cache.
@NullMarked
package io.github.parallelvalidation.data;

import org.jspecify.annotations.NullMarked;
