/// Ideas: strategies as people write them. Makes and duplicates them, changes their expressions and numbers in place,
/// and says while somebody types what is wrong and how often there would be a signal. Nothing here looks at returns:
/// that would be a trial.
@NullMarked
package io.github.parallelvalidation.idea;

import org.jspecify.annotations.NullMarked;
