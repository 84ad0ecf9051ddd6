package io.github.parallelvalidation.result;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// False-discovery q-values (Benjamini & Hochberg 1995): the smallest rate of false discoveries at which each
/// test would be called significant.
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /// @param pValues the p-values of one family of tests
    /// @return their q-values, in the same order
    public static double[] qValues(double[] pValues) {
        int m = pValues.length;
        List<Integer> descending = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed())
                .toList();
        double[] q = new double[m];
        double smallest = 1;
        for (int i = 0; i < m; i++) {
            int test = descending.get(i);
            smallest = Math.min(smallest, pValues[test] * m / (m - i));
            q[test] = smallest;
        }
        return q;
    }
}
