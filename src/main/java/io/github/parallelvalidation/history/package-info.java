/// What a run was, and how two runs differ, in words, figures and tables: for the window and the command line alike.
@NullMarked
package io.github.parallelvalidation.history;

import org.jspecify.annotations.NullMarked;
