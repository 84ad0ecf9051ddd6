package io.github.parallelvalidation.display;

import java.util.Comparator;

/// A number in three forms: rounded for display, in full precision for details, and as text to copy.
///
/// @param text rounded for reading, `–` where there is none
/// @param detail full precision, or why there is no number
/// @param copy for another program; empty where there is no number
/// @param value for sorting; NaN where there is no number
public record Figure(String text, String detail, String copy, double value) implements Comparable<Figure> {
    // Double.compare puts NaN last: rows without a number come after all others.
    private static final Comparator<Figure> ORDER = Comparator.comparingDouble(Figure::value);

    public static Figure missing(String why) {
        return new Figure(Figures.MISSING, why, "", Double.NaN);
    }

    public boolean isMissing() {
        return Double.isNaN(value);
    }

    @Override
    public int compareTo(Figure other) {
        return ORDER.compare(this, other);
    }
}
