package io.github.parallelvalidation.luck;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// P-values for strategies of one run, adjusted for having looked at all of them: is this one better than the *best* of
/// the run would be by luck? Step-down with the largest standardized score of each world, as Westfall and Young (1993)
/// and Romano and Wolf (2005) do; what the strategies have in common is in the worlds.
public final class StepDown {
    private StepDown() {}

    /// A strategy's score beside the joint worlds.
    public record Test(double score, Worlds worlds) {}

    /// @param tests all with as many worlds
    /// @return in the same order; empty where the scores of the worlds do not differ
    public static List<OptionalDouble> adjusted(List<Test> tests) {
        List<Standardized> all = tests.stream().map(Standardized::new).toList();
        List<Integer> falling = IntStream.range(0, all.size())
                .filter(i -> all.get(i).varies())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> all.get(i).score())
                        .reversed())
                .toList();
        OptionalDouble[] adjusted = new OptionalDouble[all.size()];
        Arrays.fill(adjusted, OptionalDouble.empty());
        double[] p = pValues(falling.stream().map(all::get).toList());
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, p[i]);
            adjusted[falling.get(i)] = OptionalDouble.of(largest);
        }
        return List.of(adjusted);
    }

    /// Of each against itself and all that follow.
    private static double[] pValues(List<Standardized> falling) {
        double[] p = new double[falling.size()];
        if (p.length == 0) {
            return p;
        }
        double[] best = new double[falling.getFirst().worlds()];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int i = p.length - 1; i >= 0; i--) {
            p[i] = WorldsPValue.of(falling.get(i).joins(best), best.length).value();
        }
        return p;
    }

    /// Scores in units of what luck does to them, so that those of different strategies can be compared.
    private static final class Standardized {
        private final double mean;
        private final double deviation;
        private final double score;
        private final double[] worlds;
        private final boolean varies;

        Standardized(Test test) {
            worlds = test.worlds().scores();
            DoubleSummaryStatistics finite =
                    Arrays.stream(worlds).filter(Double::isFinite).summaryStatistics();
            mean = finite.getAverage();
            double squares = 0;
            for (double world : worlds) {
                squares += Double.isFinite(world) ? (world - mean) * (world - mean) : 0;
            }
            deviation = Math.sqrt(squares / Math.max(1, finite.getCount()));
            double largest = Math.max(Math.abs(finite.getMin()), Math.abs(finite.getMax()));
            varies = finite.getCount() > 0 && deviation > WorldsPValue.TIE * largest;
            score = standardized(test.score());
            for (int world = 0; world < worlds.length; world++) {
                worlds[world] = standardized(worlds[world]);
            }
        }

        private double standardized(double value) {
            return (value - mean) / deviation;
        }

        /// False where all worlds have the same score, or none: then there is no unit.
        boolean varies() {
            return varies;
        }

        double score() {
            return score;
        }

        int worlds() {
            return worlds.length;
        }

        /// Keeps the larger score of each world.
        ///
        /// @return in how many worlds that is now as large as this one's own on the real market
        int joins(double[] best) {
            double tie = WorldsPValue.TIE / deviation;
            int reached = 0;
            for (int world = 0; world < best.length; world++) {
                best[world] = Math.max(best[world], worlds[world]);
                reached += best[world] >= score - tie ? 1 : 0;
            }
            return reached;
        }
    }
}
