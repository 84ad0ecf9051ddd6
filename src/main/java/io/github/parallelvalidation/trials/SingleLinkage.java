package io.github.parallelvalidation.trials;

import java.util.List;
import java.util.stream.IntStream;

/// Groups series that go together: two whose correlation is above a limit are in one group, and so is whoever goes with
/// one of its members (single linkage).
public final class SingleLinkage {
    /// Above it two strategies share half of their variance: they are one bet under two names.
    public static final double SAME = 0.7;

    private SingleLinkage() {}

    /// For each series the first of its group: itself, where it goes with none before it.
    public static int[] firsts(List<ReturnSeries> series) {
        return firsts(ReturnSeries.correlations(series), SAME);
    }

    /// @param above the correlation above which two go together
    static int[] firsts(double[][] correlations, double above) {
        int[] first = IntStream.range(0, correlations.length).toArray();
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                if (first[i] != first[j] && correlations[i][j] > above) {
                    join(first, first[i], first[j]);
                }
            }
        }
        return first;
    }

    private static void join(int[] first, int one, int other) {
        int least = Math.min(one, other);
        int most = Math.max(one, other);
        for (int i = 0; i < first.length; i++) {
            first[i] = first[i] == most ? least : first[i];
        }
    }
}
