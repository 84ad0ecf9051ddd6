/// Four tiles, one for each slot, and the line below them.
@NullMarked
package io.github.parallelvalidation.ui.tiles;

import org.jspecify.annotations.NullMarked;
