/// Everything that can be done in the window, in one list: the palette, the keys and the help read it.
@NullMarked
package io.github.parallelvalidation.ui.palette;

import org.jspecify.annotations.NullMarked;
