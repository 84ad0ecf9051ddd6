/// The dashboard: one of the two clients of [io.github.parallelvalidation.run.Validation]. View models hold state and
/// intent and know no control; views are built in code beside them.
@NullMarked
package io.github.parallelvalidation.ui;

import org.jspecify.annotations.NullMarked;
