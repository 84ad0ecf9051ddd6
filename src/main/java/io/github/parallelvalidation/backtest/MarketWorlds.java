package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.RebuiltMarket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A market, its rebuilt forms, and the ranks of their forward returns, which are the same for all strategies that look
/// equally far ahead and have a score on every bar.
public final class MarketWorlds {
    private final Bars real;
    private final int start;
    private final boolean hasWorlds;
    private @Nullable RebuiltMarket rebuilt;
    private long mostForRanks;
    private final Map<Key, Ranks> forward = new HashMap<>();
    private long ranks;

    private record Key(int world, int horizon) {}

    /// @param start index of the first bar that counts; those before it are for indicators to settle
    public MarketWorlds(Bars real, int start) {
        this(real, start, true);
    }

    /// @param hasWorlds whether rebuilt forms will be asked for; they take several times the memory of the market
    public MarketWorlds(Bars real, int start, boolean hasWorlds) {
        this.real = real;
        this.start = start;
        this.hasWorlds = hasWorlds;
    }

    /// From now on ranks are kept for the next strategy on this market.
    ///
    /// @param mostBytes how much memory they may take
    public void keepRanks(long mostBytes) {
        mostForRanks = mostBytes;
    }

    /// Whether it is the market of these bars.
    public boolean isOf(Bars bars, int start) {
        return this.start == start && real().isSameAs(bars);
    }

    /// How much memory it holds, in bytes.
    public long bytes() {
        return (hasWorlds ? RebuiltMarket.bytes(real) : real.bytes()) + ranks;
    }

    public Bars real() {
        return real;
    }

    public int start() {
        return start;
    }

    /// The bars of a rebuilt market, which the next call overwrites.
    ///
    /// @param number from 1
    Bars world(int number) {
        RebuiltMarket market = rebuilt;
        if (market == null) {
            market = new RebuiltMarket(real);
            rebuilt = market;
        }
        return market.world(number);
    }

    /// The ranks of the forward returns of all bars of the window, where they are kept.
    Optional<Ranks> forward(int world, int horizon) {
        return Optional.ofNullable(forward.get(new Key(world, horizon)));
    }

    /// Keeps ranks for the next strategy while there is room.
    void keep(int world, int horizon, Ranks ranks) {
        long size = (long) Integer.BYTES * ranks.count();
        if (this.ranks + size <= mostForRanks) {
            this.ranks += size;
            forward.put(new Key(world, horizon), ranks.kept());
        }
    }
}
