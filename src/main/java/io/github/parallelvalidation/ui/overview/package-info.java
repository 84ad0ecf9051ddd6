/// The queue as a whole: how many strategies have which status, and how far each is above noise.
@NullMarked
package io.github.parallelvalidation.ui.overview;

import org.jspecify.annotations.NullMarked;
