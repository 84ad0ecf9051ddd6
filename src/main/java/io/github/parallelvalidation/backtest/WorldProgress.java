package io.github.parallelvalidation.backtest;

/// Reports which rebuilt market is computed, not more often than anybody can see.
final class WorldProgress {
    private static final int STEPS = 40;

    private final ProgressListener listener;
    private final double from;
    private final double to;
    private int said;

    /// @param from fraction of the whole work that is done before the first world
    /// @param to after the last
    WorldProgress(ProgressListener listener, double from, double to) {
        this.listener = listener;
        this.from = from;
        this.to = to;
    }

    void at(int world, int of) {
        int step = world * STEPS / of;
        if (world == 1 || step != said) {
            said = step;
            listener.at(from + (to - from) * world / of, "market %d of %d".formatted(world, of));
        }
    }
}
