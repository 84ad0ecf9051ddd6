/// Numbers, metrics and gates as people read them, on a screen or on paper.
@NullMarked
package io.github.parallelvalidation.display;

import org.jspecify.annotations.NullMarked;
