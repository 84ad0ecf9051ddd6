/// Numbers, metrics and choices as people read them: on a screen, on paper, in a terminal. How a gate is worded lies in
/// `gate`, which the worker and the failure messages can see.
@NullMarked
package io.github.parallelvalidation.display;

import org.jspecify.annotations.NullMarked;
