/// What the window knows and can do, without a control in it.
@NullMarked
package io.github.parallelvalidation.ui.model;

import org.jspecify.annotations.NullMarked;
