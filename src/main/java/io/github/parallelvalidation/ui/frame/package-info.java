/// The window's frame: tool bar, pages, status bar, dialogs.
@NullMarked
package io.github.parallelvalidation.ui.frame;

import org.jspecify.annotations.NullMarked;
