/// What a strategy is: its `parameters.yaml`, and the expressions in it. No function of the language can see a later
/// bar.
@NullMarked
package io.github.parallelvalidation.strategy;

import org.jspecify.annotations.NullMarked;
