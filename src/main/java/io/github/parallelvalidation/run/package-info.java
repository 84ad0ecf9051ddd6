/// The data flow of one run, its live board, and what follows from it.
@NullMarked
package io.github.parallelvalidation.run;

import org.jspecify.annotations.NullMarked;
