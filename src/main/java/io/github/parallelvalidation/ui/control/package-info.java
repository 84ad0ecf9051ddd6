/// Small controls and colour roles that every page uses.
@NullMarked
package io.github.parallelvalidation.ui.control;

import org.jspecify.annotations.NullMarked;
