/// What there is to see of a strategy beside its figures: its idea, the market it was measured on, its worlds, its
/// equity. All of it is read from files that its worker or a person wrote, when somebody looks.
@NullMarked
package io.github.parallelvalidation.evidence;

import org.jspecify.annotations.NullMarked;
