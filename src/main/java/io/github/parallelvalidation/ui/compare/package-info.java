/// Strategies beside one another in the window.
@NullMarked
package io.github.parallelvalidation.ui.compare;

import org.jspecify.annotations.NullMarked;
