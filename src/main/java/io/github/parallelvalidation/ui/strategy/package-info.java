/// The details of one strategy: gates and attempts.
@NullMarked
package io.github.parallelvalidation.ui.strategy;

import org.jspecify.annotations.NullMarked;
