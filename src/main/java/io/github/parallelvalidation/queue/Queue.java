package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The strategies in the order of the file.
public final class Queue {
    private static final Comparator<QueueEntry> ORDER = Comparator.<QueueEntry>comparingDouble(
                    entry -> entry.priority().orElse(Double.MAX_VALUE))
            .thenComparingInt(QueueEntry::position);

    private final List<QueueEntry> entries;
    /// Where each stands; made when first asked for.
    private volatile @Nullable Map<StrategyId, Integer> positions;

    public Queue(List<QueueEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    private Queue(List<QueueEntry> entries, @Nullable Map<StrategyId, Integer> positions) {
        this(entries);
        this.positions = positions;
    }

    /// A queue of the same strategies in the same order.
    Queue with(List<QueueEntry> others) {
        return new Queue(others, positions);
    }

    public List<QueueEntry> entries() {
        return entries;
    }

    public Optional<QueueEntry> find(StrategyId id) {
        Map<StrategyId, Integer> known = positions;
        if (known == null) {
            known = HashMap.newHashMap(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                known.putIfAbsent(entries.get(i).id(), i);
            }
            positions = known;
        }
        return Optional.ofNullable(known.get(id)).map(entries::get);
    }

    /// All strategies as runs take them: by priority, then by position in the file.
    public List<QueueEntry> inOrder() {
        return entries.stream().sorted(ORDER).toList();
    }

    /// The strategies that await a tier, by priority, then by position in the file.
    public List<QueueEntry> awaiting(Tier tier) {
        return entries.stream()
                .filter(entry -> entry.status().awaits(tier))
                .sorted(ORDER)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Queue queue && entries.equals(queue.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
