package io.github.parallelvalidation.number;

import java.util.Arrays;

/// Tells what arithmetic made from what was there: numbers that differ by no more than rounding are the same number.
public final class Rounding {
    /// What rounding may make of a number of magnitude 1 on its way through some thousand operations of 1.1e-16 each; a
    /// hundred times smaller than anything that prices of ten digits could show.
    public static final double OF_ONE = 1e-12;

    private Rounding() {}

    /// Whether all values are the same up to rounding; also where there is none, or one.
    ///
    /// @param magnitude of the numbers that the values were computed from: 1 for a difference of two ratios near 1,
    ///     however small that difference is
    public static boolean isConstant(double[] values, double magnitude) {
        return isConstant(
                Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(0),
                magnitude);
    }

    /// The same for values of which only the smallest and the largest are known.
    public static boolean isConstant(double least, double most, double magnitude) {
        double largest = Math.max(magnitude, Math.max(Math.abs(least), Math.abs(most)));
        return most - least <= OF_ONE * largest;
    }

    /// Whether a difference of two ratios near 1 is nothing but rounding.
    public static boolean isZero(double differenceOfRatios) {
        return Math.abs(differenceOfRatios) <= OF_ONE;
    }
}
