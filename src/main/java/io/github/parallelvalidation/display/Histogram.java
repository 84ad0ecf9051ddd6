package io.github.parallelvalidation.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many values lie in each of equally wide parts of a range.
///
/// @param from where the first part begins
/// @param to where the last ends
/// @param counts by part
public record Histogram(double from, double to, List<Integer> counts) {
    public Histogram {
        counts = List.copyOf(counts);
    }

    /// @param values those that are not finite are left out
    /// @param marks what else the range must hold
    public static Histogram of(double[] values, int parts, double... marks) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double least = least(finite, marks);
        double most = most(finite, marks);
        // Values that are all equal still have a part of their own.
        double margin = most > least ? (most - least) / (2 * parts) : Math.max(Math.abs(most), 1) / parts;
        double from = least - margin;
        double to = most + margin;
        int[] counts = new int[parts];
        for (double value : finite) {
            counts[Math.min(parts - 1, (int) ((value - from) / (to - from) * parts))]++;
        }
        List<Integer> boxed = new ArrayList<>();
        Arrays.stream(counts).forEach(boxed::add);
        return new Histogram(from, to, boxed);
    }

    private static double least(double[] values, double[] marks) {
        return Math.min(
                Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY),
                Arrays.stream(marks).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY));
    }

    private static double most(double[] values, double[] marks) {
        return Math.max(
                Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY),
                Arrays.stream(marks).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY));
    }

    public int most() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// Where a part begins.
    public double start(int part) {
        return from + (to - from) * part / counts.size();
    }

    /// Where a value lies in the range, from 0 to 1.
    public double position(double value) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }
}
