package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.backtest.MarketWorlds;
import io.github.parallelvalidation.data.Bars;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The markets that a worker has seen last, for the next strategy on one of them. They are known by their bars, not
/// by their file: what changed is another market.
public final class WorkerMarkets {
    /// Of the heap. The rest is for bars being read, the series of a strategy, and what nobody needs any more.
    private static final long SHARE = 4;

    private final long mostBytes;
    private final Deque<MarketWorlds> latest = new ArrayDeque<>();

    private WorkerMarkets(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// For a worker that judges many.
    ///
    /// @param heapBytes all that it can have
    static WorkerMarkets ofHeap(long heapBytes) {
        return new WorkerMarkets(heapBytes / SHARE);
    }

    /// For a worker that judges one.
    static WorkerMarkets none() {
        return new WorkerMarkets(0);
    }

    /// Whether there will be another strategy after this one.
    boolean isShared() {
        return mostBytes > 0;
    }

    /// The market of these bars. Whatever does not fit beside it is forgotten, and where it alone is too large, it
    /// is not kept itself.
    ///
    /// @param start index of the first bar that counts
    /// @param hasWorlds whether its rebuilt forms will be asked for
    MarketWorlds of(Bars bars, int start, boolean hasWorlds) {
        Optional<MarketWorlds> known =
                latest.stream().filter(market -> market.isOf(bars, start)).findFirst();
        // Ranks take much more than a market, and most markets are never met again.
        known.ifPresent(market -> market.keepRanks(mostBytes / 2));
        MarketWorlds market = known.orElseGet(() -> new MarketWorlds(bars, start, hasWorlds));
        latest.remove(market);
        latest.addFirst(market);
        while (!latest.isEmpty()
                && latest.stream().mapToLong(MarketWorlds::bytes).sum() > mostBytes) {
            latest.removeLast();
        }
        return market;
    }
}
