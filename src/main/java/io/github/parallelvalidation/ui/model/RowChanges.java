package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import java.util.Collection;
import java.util.List;

/// The strategies of a table, and which of them have another row than when they were last told.
///
/// @param items in the order of the queue; the same list as last time where no strategy came, went or moved
/// @param tier whose figures the rows have
public record RowChanges(List<StrategyItem> items, Collection<StrategyItem> changed, Tier tier) {}
