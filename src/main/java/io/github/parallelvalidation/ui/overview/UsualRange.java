package io.github.parallelvalidation.ui.overview;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// From where to where values lie, but for a few that lie far out: more than three times the distance between the
/// quartiles away from these, and not more than one in twenty. More of them are no exceptions.
record UsualRange(double low, double high) {
    private static final double FAR = 3;
    private static final int ONE_IN = 20;
    private static final int ENOUGH = 5;

    static UsualRange of(DoubleStream some) {
        double[] values = some.sorted().toArray();
        int last = values.length - 1;
        UsualRange all = new UsualRange(values[0], values[last]);
        double lowQuartile = values[last / 4];
        double highQuartile = values[last - last / 4];
        double far = FAR * (highQuartile - lowQuartile);
        if (values.length < ENOUGH || far == 0) {
            return all;
        }
        double[] usual = Arrays.stream(values)
                .filter(value -> value >= lowQuartile - far && value <= highQuartile + far)
                .toArray();
        int most = Math.max(1, values.length / ONE_IN);
        return values.length - usual.length > most ? all : new UsualRange(usual[0], usual[usual.length - 1]);
    }
}
