package io.github.parallelvalidation.strategy;

/// A parameter of a function.
///
/// @param least smallest legal value of a number
/// @param most largest legal value of a number
/// @param fallback the value where it is left out, NaN where it may not be
record Parameter(String name, Kind kind, double least, double most, double fallback) {

    enum Kind {
        /// A number per bar.
        SERIES,
        /// A number that is the same for all bars.
        NUMBER,
        /// A whole number that is the same for all bars.
        WHOLE
    }

    static Parameter series(String name) {
        return new Parameter(name, Kind.SERIES, 0, 0, Double.NaN);
    }

    /// A number of bars, 1 or more.
    static Parameter period() {
        return new Parameter("n", Kind.WHOLE, 1, 1_000_000, Double.NaN);
    }

    static Parameter lag() {
        return new Parameter("n", Kind.WHOLE, 0, 1_000_000, Double.NaN);
    }

    Parameter or(double value) {
        return new Parameter(name, kind, least, most, value);
    }

    boolean isOptional() {
        return !Double.isNaN(fallback);
    }

    @Override
    public String toString() {
        return isOptional() ? name + "=" + plain(fallback) : name;
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
