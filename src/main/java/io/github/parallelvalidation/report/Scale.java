package io.github.parallelvalidation.report;

/// Where values lie between the bottom and the top of a picture.
///
/// @param least the value at the bottom
/// @param most the value at the top
record Scale(double least, double most, double top, double bottom) {

    /// @param always a value that is shown in any case
    static Scale of(double[] values, double always, double top, double bottom) {
        double least = always;
        double most = always;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new Scale(least, most, top, bottom);
    }

    double y(double value) {
        double range = most > least ? most - least : 1;
        return bottom - (value - least) / range * (bottom - top);
    }
}
