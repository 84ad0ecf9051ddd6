/// The view model: what the window shows and can do, without controls.
@NullMarked
package io.github.parallelvalidation.ui.model;

import org.jspecify.annotations.NullMarked;
