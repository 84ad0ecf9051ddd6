/// Which programs a workspace names, and which of them its user has accepted.
@NullMarked
package io.github.parallelvalidation.trust;

import org.jspecify.annotations.NullMarked;
