/// The card that asks for a decision: evidence on the left, choices with their prices on the right.
@NullMarked
package io.github.parallelvalidation.ui.decision;

import org.jspecify.annotations.NullMarked;
