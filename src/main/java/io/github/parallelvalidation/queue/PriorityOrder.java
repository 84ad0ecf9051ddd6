package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.StrategyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives entries another place in the order in which runs take them, by priorities: those of what is moved, and those
/// of others only where there is no room between them. What has no priority comes last, so that whatever is to stand
/// behind it needs priorities before it too.
public final class PriorityOrder {
    private static final int MOST_DECIMALS = 9;
    /// Beyond it a double tells no decimals apart.
    private static final double LARGE = 1e6;

    private final List<QueueEntry> wanted;
    private int from;
    private int to;

    private PriorityOrder(List<QueueEntry> wanted, int from, int to) {
        this.wanted = wanted;
        this.from = from;
        this.to = to;
    }

    /// @param order as it is now: by priority, then by place in the file
    /// @param moved they keep their order among themselves
    /// @param before the entry before which they go; empty for the end
    /// @return the priorities that change
    public static Map<StrategyId, BigDecimal> moved(
            List<QueueEntry> order, Set<StrategyId> moved, Optional<StrategyId> before) {
        List<QueueEntry> wanted = new ArrayList<>(order.size());
        List<QueueEntry> block = new ArrayList<>();
        int from = -1;
        for (QueueEntry entry : order) {
            if (before.filter(entry.id()::equals).isPresent()) {
                from = wanted.size();
            }
            (moved.contains(entry.id()) ? block : wanted).add(entry);
        }
        from = from < 0 ? wanted.size() : from;
        wanted.addAll(from, block);
        return block.isEmpty() || wanted.equals(order)
                ? Map.of()
                : new PriorityOrder(wanted, from, from + block.size()).priorities();
    }

    private Map<StrategyId, BigDecimal> priorities() {
        while (from > 0 && !isUsable(wanted.get(from - 1))) {
            from--;
        }
        Optional<List<BigDecimal>> values = between();
        while (values.isEmpty()) {
            to++;
            values = between();
        }
        Map<StrategyId, BigDecimal> priorities = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            priorities.put(wanted.get(i).id(), values.get().get(i - from));
        }
        return priorities;
    }

    private static boolean isUsable(QueueEntry entry) {
        return entry.priority().filter(priority -> Math.abs(priority) < LARGE).isPresent();
    }

    /// So many as are needed, of few digits, above what stands before and below what stands behind.
    private Optional<List<BigDecimal>> between() {
        int count = to - from;
        Optional<Double> low =
                from == 0 ? Optional.empty() : wanted.get(from - 1).priority();
        Optional<Double> high =
                to == wanted.size() ? Optional.empty() : wanted.get(to).priority();
        if (high.isEmpty()) {
            long first = (long) Math.floor(low.orElse(0.0)) + 1;
            return Optional.of(steps(first, 1, count, 0));
        }
        if (high.get() <= -LARGE || high.get() >= LARGE) {
            return Optional.empty();
        }
        if (low.isEmpty()) {
            long last = (long) Math.ceil(high.get()) - 1;
            // Nobody counts from below nothing who need not.
            long first = last >= count ? (last - count) / 2 + 1 : last - count + 1;
            return Optional.of(steps(first, 1, count, 0));
        }
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            long first = units(low.get(), decimals, RoundingMode.FLOOR) + 1;
            long room = units(high.get(), decimals, RoundingMode.CEILING) - first;
            if (room >= count) {
                long step = Math.max(1, room / (count + 1));
                return Optional.of(steps(first + (room - 1 - step * (count - 1)) / 2, step, count, decimals));
            }
        }
        return Optional.empty();
    }

    private static long units(double value, int decimals, RoundingMode mode) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, mode)
                .unscaledValue()
                .longValueExact();
    }

    private static List<BigDecimal> steps(long first, long step, int count, int decimals) {
        List<BigDecimal> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(BigDecimal.valueOf(first + i * step, decimals));
        }
        return values;
    }
}
