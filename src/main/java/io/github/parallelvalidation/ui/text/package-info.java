/// The words of the window, which stand in one file.
@NullMarked
package io.github.parallelvalidation.ui.text;

import org.jspecify.annotations.NullMarked;
