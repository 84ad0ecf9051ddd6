/// The files of a workspace: where they are, how they are read with limits, edited in place and written whole.
@NullMarked
package io.github.parallelvalidation.workspace;

import org.jspecify.annotations.NullMarked;
