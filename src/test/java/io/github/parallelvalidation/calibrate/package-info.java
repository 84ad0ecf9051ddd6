/// Whether luck and p-values are true: rules of every kind on markets that are known to be without skill.
@NullMarked
package io.github.parallelvalidation.calibrate;

import org.jspecify.annotations.NullMarked;
