/// Numbers as such: their exact text and their median. Knows nothing of what they measure.
@NullMarked
package io.github.parallelvalidation.number;

import org.jspecify.annotations.NullMarked;
