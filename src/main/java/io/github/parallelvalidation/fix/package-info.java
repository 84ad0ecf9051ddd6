/// Parameter variation for fixable failures: which parameters are varied, what was tried, what is suggested.
@NullMarked
package io.github.parallelvalidation.fix;

import org.jspecify.annotations.NullMarked;
