/// Pictures of a strategy: small, drawn to scale, coloured by role, each with its numbers in words.
@NullMarked
package io.github.parallelvalidation.ui.picture;

import org.jspecify.annotations.NullMarked;
