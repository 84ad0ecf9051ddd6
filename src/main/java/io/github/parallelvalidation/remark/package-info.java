/// What a researcher notes about strategies: stars and notes, kept in a file of the workspace.
@NullMarked
package io.github.parallelvalidation.remark;

import org.jspecify.annotations.NullMarked;
