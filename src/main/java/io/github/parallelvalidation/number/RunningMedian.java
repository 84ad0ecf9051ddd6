package io.github.parallelvalidation.number;

import java.util.Comparator;
import java.util.PriorityQueue;

/// The median of numbers that come one after another. It never sorts them again: the smaller half and the larger half
/// are kept apart, each with the number next to the middle on top.
public final class RunningMedian {
    private static final double HALF = 0.5;

    private final PriorityQueue<Double> smaller = new PriorityQueue<>(Comparator.reverseOrder());
    private final PriorityQueue<Double> larger = new PriorityQueue<>();

    public void add(double number) {
        smaller.add(number);
        larger.add(smaller.remove());
        if (larger.size() > smaller.size()) {
            smaller.add(larger.remove());
        }
    }

    public boolean isEmpty() {
        return smaller.isEmpty();
    }

    /// Of an even number of them the middle of the two in the middle.
    ///
    /// @throws java.util.NoSuchElementException when there is none
    public double get() {
        double low = smaller.element();
        return smaller.size() > larger.size() ? low : HALF * (low + larger.element());
    }
}
