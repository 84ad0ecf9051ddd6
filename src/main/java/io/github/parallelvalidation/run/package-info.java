/// The data flow of one run, its live state, and what follows from it.
@NullMarked
package io.github.parallelvalidation.run;

import org.jspecify.annotations.NullMarked;
