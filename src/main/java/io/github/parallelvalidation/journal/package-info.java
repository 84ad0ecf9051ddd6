/// What a run leaves on disk of itself: plan, journal, outcome; and how an interrupted run is found and resumed.
@NullMarked
package io.github.parallelvalidation.journal;

import org.jspecify.annotations.NullMarked;
