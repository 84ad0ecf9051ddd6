package io.github.parallelvalidation.ui.picture;

/// Which bars a picture shows, of how many. The ends need not be whole: what is dragged moves by less than a bar.
///
/// @param from the left end, 0 is the left edge of the first bar
/// @param to the right end, `count` is the right edge of the last
record BarRange(double from, double to, int count) {
    /// Nearer than this there is nothing more to be seen.
    private static final double FEWEST = 12;

    static BarRange all(int count) {
        return new BarRange(0, count, count);
    }

    double width() {
        return to - from;
    }

    boolean isAll() {
        return from <= 0 && to >= count;
    }

    /// The first bar of which something is seen.
    int first() {
        return (int) Math.clamp(Math.floor(from), 0, Math.max(0, count - 1));
    }

    /// The one after the last.
    int end() {
        return (int) Math.clamp(Math.ceil(to), 0, count);
    }

    /// Nearer or farther; what is under the pointer stays there.
    ///
    /// @param at share of the width, 0 is left
    /// @param factor below 1 shows fewer bars
    BarRange zoom(double at, double factor) {
        double wanted = Math.clamp(width() * factor, Math.min(FEWEST, count), count);
        double anchor = from + at * width();
        return placed(anchor - at * wanted, wanted);
    }

    /// Later by some bars, earlier by less than none; not beyond the ends.
    BarRange move(double bars) {
        return placed(from + bars, width());
    }

    /// As wide as now, around a bar.
    BarRange around(int bar) {
        return placed(bar + 0.5 - width() / 2, width());
    }

    /// As little as needed for a bar to be seen.
    BarRange with(int bar) {
        return bar < from ? placed(bar, width()) : bar + 1 > to ? placed(bar + 1 - width(), width()) : this;
    }

    private BarRange placed(double left, double wide) {
        double kept = Math.clamp(left, 0, Math.max(0, count - wide));
        return new BarRange(kept, kept + wide, count);
    }

    /// Where the middle of a bar is, as share of the width.
    double position(int bar) {
        return (bar + 0.5 - from) / width();
    }

    /// The bar at a share of the width.
    int bar(double at) {
        return (int) Math.clamp(Math.floor(from + at * width()), 0, Math.max(0, count - 1));
    }
}
