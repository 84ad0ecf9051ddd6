package io.github.parallelvalidation.backtest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The mean forward return of the observations with the lowest tenth of scores, the next, and so on: whether more score
/// means more return, or only the ends do.
final class ScoreDeciles {
    private static final int PARTS = 10;

    private ScoreDeciles() {}

    /// "1" for the lowest tenth to "10". Equal scores lie in one tenth, by their mean rank; one without observations
    /// has null.
    ///
    /// @param scores the ranks of the observations' scores
    static Map<String, @Nullable Double> of(Observations observations, Ranks scores) {
        double[] sums = new double[PARTS];
        int[] counts = new int[PARTS];
        int count = scores.count();
        int[] centered = scores.centered();
        double[] forward = observations.forward();
        for (int i = 0; i < count; i++) {
            // From 0 to 2n: twice the rank, less one.
            long place = (long) centered[i] + count;
            int part = (int) Math.min(PARTS - 1, place * PARTS / (2L * count));
            sums[part] += forward[i];
            counts[part]++;
        }
        Map<String, @Nullable Double> result = new LinkedHashMap<>();
        for (int part = 0; part < PARTS; part++) {
            result.put(String.valueOf(part + 1), counts[part] == 0 ? null : sums[part] / counts[part]);
        }
        return result;
    }
}
