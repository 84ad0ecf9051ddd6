/// Tells the desktop what happens while nobody looks at the window.
@NullMarked
package io.github.parallelvalidation.ui.notice;

import org.jspecify.annotations.NullMarked;
