/// Strategies: their files, the expression language, and the functions an expression can call.
@NullMarked
package io.github.parallelvalidation.strategy;

import org.jspecify.annotations.NullMarked;
