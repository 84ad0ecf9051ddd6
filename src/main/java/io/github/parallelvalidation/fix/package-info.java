/// Parameter variation for fixable failures: which numbers might mend one, what was tried, what is suggested.
@NullMarked
package io.github.parallelvalidation.fix;

import org.jspecify.annotations.NullMarked;
