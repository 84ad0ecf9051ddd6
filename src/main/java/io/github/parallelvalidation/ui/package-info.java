/// The window: views built in code, a view model without controls, one client of the run's API.
@NullMarked
package io.github.parallelvalidation.ui;

import org.jspecify.annotations.NullMarked;
