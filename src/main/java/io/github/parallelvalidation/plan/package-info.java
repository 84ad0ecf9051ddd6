/// Queue, settings and a request become an execution plan. Pure.
@NullMarked
package io.github.parallelvalidation.plan;

import org.jspecify.annotations.NullMarked;
