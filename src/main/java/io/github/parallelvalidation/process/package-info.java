/// Operating-system processes: their trees, marks, memory and processor time.
@NullMarked
package io.github.parallelvalidation.process;

import org.jspecify.annotations.NullMarked;
