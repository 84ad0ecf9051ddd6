/// The durable record of a run: plan, journal, outcome; finding and resuming an interrupted run.
@NullMarked
package io.github.parallelvalidation.journal;

import org.jspecify.annotations.NullMarked;
