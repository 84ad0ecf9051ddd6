/// What people set: the run's limits and the tiers' gates, read into records with the seed's defaults.
@NullMarked
package io.github.parallelvalidation.settings;

import org.jspecify.annotations.NullMarked;
