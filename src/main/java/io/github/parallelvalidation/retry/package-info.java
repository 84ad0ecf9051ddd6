/// Which numbers of a strategy might mend a failure, and which others to try.
@NullMarked
package io.github.parallelvalidation.retry;

import org.jspecify.annotations.NullMarked;
