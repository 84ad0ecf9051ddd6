package io.github.parallelvalidation.strategy;

/// What an expression is worth: a number or truth value, for all bars or for each.
sealed interface Value {

    /// One number.
    record Constant(double value) implements Value {}

    /// A number per bar, NaN where there is none.
    @SuppressWarnings("ArrayRecordComponent")
    record Series(double[] values) implements Value {}

    /// One truth value.
    record Truth(boolean value) implements Value {}

    /// A truth value per bar.
    @SuppressWarnings("ArrayRecordComponent")
    record Truths(boolean[] values) implements Value {}

    default boolean isTruth() {
        return switch (this) {
            case Constant constant -> false;
            case Series series -> false;
            case Truth truth -> true;
            case Truths truths -> true;
        };
    }
}
