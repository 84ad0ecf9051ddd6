package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.number.PlainNumber;

/// What a number of a strategy may be.
///
/// @param whole whether only whole numbers are taken
public record NumberLimits(double least, double most, boolean whole) {
    public static final NumberLimits NONE = new NumberLimits(-Double.MAX_VALUE, Double.MAX_VALUE, false);

    public boolean accepts(double value) {
        return value >= least && value <= most && (!whole || value == Math.rint(value));
    }

    /// Both at once.
    NumberLimits and(NumberLimits other) {
        return new NumberLimits(Math.max(least, other.least), Math.min(most, other.most), whole || other.whole);
    }

    /// "a whole number from 2 to 100000".
    public String words() {
        String from = least == -Double.MAX_VALUE ? "" : " from " + PlainNumber.of(least);
        String to = most == Double.MAX_VALUE ? "" : " to " + PlainNumber.of(most);
        return (whole ? "a whole number" : "a number") + from + to;
    }
}
