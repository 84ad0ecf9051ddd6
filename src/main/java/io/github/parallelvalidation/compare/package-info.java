/// Strategies laid beside one another: what of them differs, and how much they say the same. Two ideas that signal on
/// the same bars are one idea, whatever their rules look like.
@NullMarked
package io.github.parallelvalidation.compare;

import org.jspecify.annotations.NullMarked;
