/// What others write down about the workspace, and we add to: lessons and counters of causes.
@NullMarked
package io.github.parallelvalidation.knowledge;

import org.jspecify.annotations.NullMarked;
