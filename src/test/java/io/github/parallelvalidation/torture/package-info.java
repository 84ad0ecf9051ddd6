/// A disk on which the program can be stopped after any file operation, as by a kill.
@NullMarked
package io.github.parallelvalidation.torture;

import org.jspecify.annotations.NullMarked;
