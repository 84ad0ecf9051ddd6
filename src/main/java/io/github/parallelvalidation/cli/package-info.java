/// The command line: one of the two clients of [io.github.parallelvalidation.run.Validation].
@NullMarked
package io.github.parallelvalidation.cli;

import org.jspecify.annotations.NullMarked;
