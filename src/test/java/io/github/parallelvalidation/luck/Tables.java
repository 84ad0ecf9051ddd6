package io.github.parallelvalidation.luck;

import io.github.parallelvalidation.gate.Tier;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Small tables of worlds without random numbers, as `src/test/reference/run_luck_reference.py` writes them.
final class Tables {
    static final int WORLDS = 19;

    private Tables() {}

    /// The score of a strategy, from 1, in a world, from 1.
    static double score(int strategy, int world) {
        return Math.floorMod((7 * strategy + 3) * (world + 5 * strategy), 29) / 100.0
                - 0.14
                + 0.01 * (world * world % 11);
    }

    /// The fifth strategy has no score in the first three worlds.
    static double[] scores(int strategy) {
        return IntStream.rangeClosed(1, WORLDS)
                .mapToDouble(
                        world -> strategy == 5 && world <= 3 ? Double.NEGATIVE_INFINITY : score(strategy, world))
                .toArray();
    }

    static BitSet passes(int strategy) {
        BitSet passes = new BitSet();
        double[] scores = scores(strategy);
        // The table holds hundredths: halfway between two of them nothing is a matter of rounding.
        IntStream.range(0, WORLDS).filter(world -> scores[world] > 0.055).forEach(passes::set);
        return passes;
    }

    /// Worlds at L0 with these ics, and enough signals with a good hit rate in each.
    static Worlds ofIc(double... ic) {
        double[] signals = new double[ic.length];
        Arrays.fill(signals, 84);
        double[] hits = new double[ic.length];
        Arrays.fill(hits, 0.56);
        return Worlds.of(Tier.L0, signals, hits, ic);
    }
}
