package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The strategies in the order of the file.
public record Queue(List<QueueEntry> entries) {
    private static final Comparator<QueueEntry> ORDER = Comparator.<QueueEntry>comparingDouble(
                    entry -> entry.priority().orElse(Double.MAX_VALUE))
            .thenComparingInt(QueueEntry::position);

    public Queue {
        entries = List.copyOf(entries);
    }

    public Optional<QueueEntry> find(StrategyId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /// The strategies that await a tier, by priority, then by position in the file.
    public List<QueueEntry> awaiting(Tier tier) {
        return entries.stream()
                .filter(entry -> entry.status().awaits(tier))
                .sorted(ORDER)
                .toList();
    }
}
