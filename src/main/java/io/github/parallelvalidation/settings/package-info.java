/// Settings: the run's limits and the tiers' gates, read into records with the specification's defaults.
@NullMarked
package io.github.parallelvalidation.settings;

import org.jspecify.annotations.NullMarked;
