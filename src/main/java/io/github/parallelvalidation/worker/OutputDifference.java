package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.strategy.ProgramOutput;
import java.util.Optional;

/// The first bar at which two outputs of a program differ.
///
/// @param what `score`, `long` or `short`
/// @param one its value as a person reads it
/// @param other likewise
record OutputDifference(int bar, String what, String one, String other) {
    /// Sums in another order may differ in their last digits: forgiven relative to the score itself, or to the usual
    /// size of scores where it is near 0.
    private static final double TOLERANCE = 1e-9;

    /// @param length how many bars to compare
    static Optional<OutputDifference> first(ProgramOutput one, ProgramOutput other, int length) {
        double usual = usualSize(one.score(), length);
        for (int bar = 0; bar < length; bar++) {
            double a = one.score()[bar];
            double b = other.score()[bar];
            if (!isSame(a, b, usual)) {
                return Optional.of(new OutputDifference(bar, "score", String.valueOf(a), String.valueOf(b)));
            }
            boolean longDiffers = at(one.longs(), bar) != at(other.longs(), bar);
            if (longDiffers || at(one.shorts(), bar) != at(other.shorts(), bar)) {
                boolean said = at(longDiffers ? one.longs() : one.shorts(), bar);
                return Optional.of(new OutputDifference(
                        bar, longDiffers ? "long" : "short", String.valueOf(said), String.valueOf(!said)));
            }
        }
        return Optional.empty();
    }

    private static boolean at(Optional<boolean[]> said, int bar) {
        return said.isPresent() && said.get()[bar];
    }

    private static boolean isSame(double a, double b, double usual) {
        if (Double.compare(a, b) == 0 || a == b) {
            return true;
        }
        return Math.abs(a - b) <= TOLERANCE * Math.max(usual, Math.max(Math.abs(a), Math.abs(b)))
                && Double.isFinite(a)
                && Double.isFinite(b);
    }

    /// The mean size of the scores.
    private static double usualSize(double[] score, int length) {
        double sum = 0;
        int count = 0;
        for (int bar = 0; bar < length; bar++) {
            if (Double.isFinite(score[bar])) {
                sum += Math.abs(score[bar]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// `the score is 1.0 with all bars and 0.0 with fewer`.
    String values(String whenOne, String whenOther) {
        return "the %s is %s %s and %s %s".formatted(what, one, whenOne, other, whenOther);
    }
}
