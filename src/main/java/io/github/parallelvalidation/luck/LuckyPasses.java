package io.github.parallelvalidation.luck;

import java.util.BitSet;
import java.util.List;

/// How many strategies of a run pass by luck: counted over the joint worlds, and convolved with the number of passes of
/// those that are taken as independent.
final class LuckyPasses {
    /// Sums of probabilities are rounded by far less than this, and a single world weighs far more.
    private static final double ROUNDING = 1e-9;

    private final double[] weights;
    private final double total;

    private LuckyPasses(double[] weights, double total) {
        this.weights = weights;
        this.total = total;
    }

    /// @param worlds K; 0 where there are no joint strategies
    /// @param joint the worlds in which each passes
    /// @param independent how often each of the others passes
    static LuckyPasses of(int worlds, List<BitSet> joint, List<Double> independent) {
        double[] alone = PoissonBinomial.of(independent);
        if (worlds == 0) {
            return new LuckyPasses(alone, 1);
        }
        int[] together = histogram(worlds, joint);
        double[] weights = new double[together.length + alone.length - 1];
        for (int passes = 0; passes < together.length; passes++) {
            for (int more = 0; together[passes] > 0 && more < alone.length; more++) {
                weights[passes + more] += together[passes] * alone[more];
            }
        }
        return new LuckyPasses(weights, worlds);
    }

    /// In how many worlds each number of strategies passes.
    private static int[] histogram(int worlds, List<BitSet> joint) {
        int[] passes = new int[worlds];
        for (BitSet strategy : joint) {
            for (int world = strategy.nextSetBit(0); world >= 0; world = strategy.nextSetBit(world + 1)) {
                passes[world]++;
            }
        }
        int[] histogram = new int[joint.size() + 1];
        for (int count : passes) {
            histogram[count]++;
        }
        return histogram;
    }

    /// The smallest number of passes that is not exceeded with this probability.
    int quantile(double probability) {
        double sum = 0;
        for (int passes = 0; passes < weights.length; passes++) {
            sum += weights[passes];
            if (sum >= probability * total - ROUNDING) {
                return passes;
            }
        }
        return weights.length - 1;
    }

    /// The weight of so many passes or more: of K worlds, or of 1 where there are none.
    double atLeast(int passes) {
        double sum = 0;
        for (int more = weights.length - 1; more >= passes; more--) {
            sum += weights[more];
        }
        return Math.min(total, sum);
    }
}
