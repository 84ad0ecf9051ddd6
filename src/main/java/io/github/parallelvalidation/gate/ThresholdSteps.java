package io.github.parallelvalidation.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The steps by which a threshold is relaxed: ascending, and the configured one last.
final class ThresholdSteps {
    /// A threshold above 0 is stepped down to 0 by this part of itself.
    static final int COUNT = 20;

    private ThresholdSteps() {}

    /// @param unit the step where the configured threshold is 0 or less, and has no parts that are looser
    static double[] of(double configured, double unit) {
        double[] steps = new double[COUNT + 1];
        for (int step = 0; step < COUNT; step++) {
            steps[step] = configured > 0 ? part(configured, (double) step / COUNT) : configured - unit * (COUNT - step);
        }
        steps[COUNT] = configured;
        return steps;
    }

    /// Of a count: whole numbers, for half a signal there is none.
    static double[] ofCount(double configured) {
        double[] steps = of(configured, 1);
        return DoubleStream.concat(
                        Arrays.stream(steps, 0, COUNT).map(Math::floor).filter(step -> step < configured),
                        DoubleStream.of(configured))
                .distinct()
                .toArray();
    }

    /// Looser by a share of its size: 0.01 by a tenth is 0.009, and -0.5 is -0.55.
    static double looser(double threshold, double share) {
        return part(threshold, threshold < 0 ? 1 + share : 1 - share);
    }

    /// A part of a threshold as people read it: 0.009, not 0.009000000000000001.
    private static double part(double threshold, double factor) {
        return BigDecimal.valueOf(threshold)
                .multiply(BigDecimal.valueOf(factor))
                .round(MathContext.DECIMAL32)
                .doubleValue();
    }
}
