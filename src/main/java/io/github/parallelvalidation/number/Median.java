package io.github.parallelvalidation.number;

import java.util.Collection;

/// The median in linear time, by Hoare's selection.
public final class Median {
    private Median() {}

    /// @param numbers at least one
    public static double of(Collection<Double> numbers) {
        double[] copy = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        return of(copy, copy.length);
    }

    /// Of the first numbers of an array, which it reorders: the middle one, or the mean of the middle two.
    ///
    /// @param length at least 1
    public static double of(double[] numbers, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("nothing has no median");
        }
        int middle = length / 2;
        double upper = select(numbers, length, middle);
        if (length % 2 == 1) {
            return upper;
        }
        // Everything below the middle is there already: the largest of it is the lower neighbour.
        double lower = numbers[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, numbers[i]);
        }
        return (lower + upper) / 2;
    }

    private static double select(double[] numbers, int length, int wanted) {
        int low = 0;
        int high = length - 1;
        while (low < high) {
            double pivot = pivot(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (numbers[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double kept = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = kept;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return numbers[wanted];
            }
        }
        return numbers[wanted];
    }

    private static double pivot(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
