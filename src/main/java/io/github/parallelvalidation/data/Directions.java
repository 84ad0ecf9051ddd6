package io.github.parallelvalidation.data;

/// Which bars are turned in which rebuilt market: a function of the bar's time and the world's number alone, so that
/// worlds are the same for every market, strategy, run and machine.
///
/// SplitMix64 (Steele, Lea and Flood 2014), one draw for a bar and 64 worlds.
final class Directions {
    /// Worlds that one draw decides.
    static final int WORLDS = Long.SIZE;

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    private Directions() {}

    /// @param seconds open time of the bar since the epoch
    /// @param block 0 for worlds 1 to 64, 1 for the next 64 …
    /// @return bit b is set where the bar is turned in world 64 · block + b + 1
    static long turned(long seconds, int block) {
        return mixed(seconds + (block + 1L) * STEP);
    }

    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * FIRST;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }
}
