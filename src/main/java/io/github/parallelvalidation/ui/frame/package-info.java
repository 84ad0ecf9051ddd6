/// The window itself: tool bar, pages, status bar, cards over them.
@NullMarked
package io.github.parallelvalidation.ui.frame;

import org.jspecify.annotations.NullMarked;
