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

    /// @param share of the worlds that may have to be computed
    void at(int world, int of, double share) {
        int step = world * STEPS / of;
        if (world == 1 || step != said) {
            said = step;
            listener.at(from + (to - from) * share, "market %d of %d".formatted(world, of));
        }
    }
}
