/// Ideas changed where they are seen: expressions with completion and errors at their column, numbers with their
/// limits, signals drawn as one types; the forms of new strategies and variations.
@NullMarked
package io.github.parallelvalidation.ui.idea;

import org.jspecify.annotations.NullMarked;
