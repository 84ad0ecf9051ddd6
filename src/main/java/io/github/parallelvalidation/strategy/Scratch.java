package io.github.parallelvalidation.strategy;

import java.util.ArrayList;
import java.util.List;

/// Working arrays that a function needs while it computes, reused from one call to the next: a strategy is computed
/// hundreds of times, on as many rebuilt markets. What they hold between calls is garbage.
final class Scratch {
    private final List<double[]> numbers = new ArrayList<>();
    private final List<int[]> wholes = new ArrayList<>();

    /// @param which tells the arrays of one call apart, from 0
    /// @return at least this long
    double[] numbers(int which, int length) {
        while (numbers.size() <= which) {
            numbers.add(new double[0]);
        }
        if (numbers.get(which).length < length) {
            numbers.set(which, new double[length]);
        }
        return numbers.get(which);
    }

    /// As [#numbers].
    int[] wholes(int which, int length) {
        while (wholes.size() <= which) {
            wholes.add(new int[0]);
        }
        if (wholes.get(which).length < length) {
            wholes.set(which, new int[length]);
        }
        return wholes.get(which);
    }
}
