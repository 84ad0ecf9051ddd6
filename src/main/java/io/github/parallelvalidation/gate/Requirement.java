package io.github.parallelvalidation.gate;

import io.github.parallelvalidation.number.PlainNumber;

/// The condition that a gate puts on a metric. All comparisons are strict.
public sealed interface Requirement {
    record MoreThan(double threshold) implements Requirement {}

    record LessThan(double threshold) implements Requirement {}

    /// @param centre such as the hit rate of a coin
    /// @param tolerance the value must be further than this from the centre
    record AwayFrom(double centre, double tolerance) implements Requirement {}

    /// Decimals of a measured value, where they are enough.
    int DECIMALS = 4;

    int MOST_DECIMALS = 15;

    default boolean holds(double value) {
        return switch (this) {
            case MoreThan(double threshold) -> value > threshold;
            case LessThan(double threshold) -> value < threshold;
            case AwayFrom(double _, double tolerance) -> reach(value) > tolerance;
        };
    }

    /// What is compared with the [#bound]: the value itself, or its distance from the centre.
    default double reach(double value) {
        return switch (this) {
            case MoreThan _, LessThan _ -> value;
            case AwayFrom(double centre, double _) -> Math.abs(value - centre);
        };
    }

    /// The number that is moved when a gate is relaxed.
    default double bound() {
        return switch (this) {
            case MoreThan(double threshold) -> threshold;
            case LessThan(double threshold) -> threshold;
            case AwayFrom(double _, double tolerance) -> tolerance;
        };
    }

    /// The same requirement with its bound moved.
    default Requirement withBound(double bound) {
        return switch (this) {
            case MoreThan _ -> new MoreThan(bound);
            case LessThan _ -> new LessThan(bound);
            case AwayFrom(double centre, double _) -> new AwayFrom(centre, bound);
        };
    }

    /// "more than 0.01", "more than 0.005 away from 0.5".
    default String words() {
        return switch (this) {
            case MoreThan(double threshold) -> "more than " + PlainNumber.of(threshold);
            case LessThan(double threshold) -> "less than " + PlainNumber.of(threshold);
            case AwayFrom(double centre, double tolerance) ->
                "more than %s away from %s".formatted(PlainNumber.of(tolerance), PlainNumber.of(centre));
        };
    }

    /// A measured value beside [#words]: rounded, but with as many decimals as it takes to see on which side of the
    /// bound it is. "ic 0.01, needs more than 0.01" would leave the reader to guess.
    default String valueText(double value) {
        for (int decimals = DECIMALS; decimals < MOST_DECIMALS; decimals++) {
            String text = PlainNumber.rounded(value, decimals);
            double shown = reach(Double.parseDouble(text));
            if (Double.compare(shown, bound()) == Double.compare(reach(value), bound())) {
                return text;
            }
        }
        return PlainNumber.of(value);
    }
}
