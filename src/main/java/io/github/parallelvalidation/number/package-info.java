/// Number utilities without domain knowledge: exact text and medians.
@NullMarked
package io.github.parallelvalidation.number;

import org.jspecify.annotations.NullMarked;
