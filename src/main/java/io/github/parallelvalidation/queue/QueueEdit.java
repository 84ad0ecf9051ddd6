package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlNode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// A queue before and after an edit of its text.
sealed interface QueueEdit permits QueueListing.Edit, QueueTree.Edit {
    QueueDocument after();

    /// Where an entry stands after the edit.
    Optional<QueueDocument.Place> placeAfter(StrategyId id);

    /// The first place that says something else after the edit.
    ///
    /// @param free places of the queue before in which these keys may differ
    Optional<YamlNode> difference(Collection<QueueDocument.Place> free, Set<String> keys);
}
