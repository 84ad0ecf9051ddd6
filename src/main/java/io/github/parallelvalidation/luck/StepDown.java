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

    /// A strategy's score, and its scores in the joint worlds.
    ///
    /// @param worlds by world from 1; −∞ where there is none
    public record Test(double score, double[] worlds) {}

    /// @param tests all with as many worlds
    /// @return in the same order; empty where the scores of the worlds do not differ
    public static List<OptionalDouble> adjusted(List<Test> tests) {
        List<Standardized> all = tests.stream().map(Standardized::of).toList();
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
        double[] best = new double[falling.getFirst().worlds().length];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int i = p.length - 1; i >= 0; i--) {
            Standardized one = falling.get(i);
            int reached = 0;
            for (int world = 0; world < best.length; world++) {
                best[world] = Math.max(best[world], one.worlds()[world]);
                reached += best[world] >= one.score() - one.tie() ? 1 : 0;
            }
            p[i] = WorldsPValue.of(reached, best.length).value();
        }
        return p;
    }

    /// Scores in units of what luck does to them, so that those of different strategies can be compared.
    ///
    /// @param varies false where all worlds have the same score, or none: then there is no unit
    private record Standardized(double score, double tie, double[] worlds, boolean varies) {
        static Standardized of(Test test) {
            DoubleSummaryStatistics finite =
                    Arrays.stream(test.worlds()).filter(Double::isFinite).summaryStatistics();
            double mean = finite.getAverage();
            double squares = 0;
            for (double score : test.worlds()) {
                squares += Double.isFinite(score) ? (score - mean) * (score - mean) : 0;
            }
            double deviation = Math.sqrt(squares / Math.max(1, finite.getCount()));
            double largest = Math.max(Math.abs(finite.getMin()), Math.abs(finite.getMax()));
            double[] worlds = new double[test.worlds().length];
            for (int world = 0; world < worlds.length; world++) {
                worlds[world] = (test.worlds()[world] - mean) / deviation;
            }
            return new Standardized(
                    (test.score() - mean) / deviation,
                    WorldsPValue.TIE / deviation,
                    worlds,
                    finite.getCount() > 0 && deviation > WorldsPValue.TIE * largest);
        }
    }
}
