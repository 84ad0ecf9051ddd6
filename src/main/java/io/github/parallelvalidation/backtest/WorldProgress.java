package io.github.parallelvalidation.backtest;

import java.util.concurrent.TimeUnit;

/// Reports which rebuilt market is computed, not more often than anybody can see.
final class WorldProgress {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ProgressListener listener;
    private final double from;
    private final double to;
    private long saidAt;

    /// @param from fraction of the whole work that is done before the first world
    /// @param to after the last
    WorldProgress(ProgressListener listener, double from, double to) {
        this.listener = listener;
        this.from = from;
        this.to = to;
    }

    /// @param share of the worlds that may have to be computed
    void at(int world, int of, double share) {
        long now = System.nanoTime();
        if (world == 1 || world == of || now - saidAt >= EVERY_NANOS) {
            saidAt = now;
            listener.at(from + (to - from) * share, "market %d of %d".formatted(world, of));
        }
    }
}
