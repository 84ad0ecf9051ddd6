/// The data flow of one run, its live board, its journal and its outcome.
@NullMarked
package io.github.parallelvalidation.run;

import org.jspecify.annotations.NullMarked;
