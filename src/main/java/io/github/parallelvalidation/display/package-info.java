/// Numbers, metrics, gates and choices in words and digits for people, on a screen or on paper.
@NullMarked
package io.github.parallelvalidation.display;

import org.jspecify.annotations.NullMarked;
