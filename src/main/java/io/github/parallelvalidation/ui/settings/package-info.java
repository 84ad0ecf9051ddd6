/// The page of settings and gates.
@NullMarked
package io.github.parallelvalidation.ui.settings;

import org.jspecify.annotations.NullMarked;
