package io.github.parallelvalidation.luck;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many strategies of a run noise alone would have passed. Strategies of one queue are variations of few ideas: in
/// joint worlds they are lucky together, as they would be in truth.
///
/// @param expected passes of noise, in the mean
/// @param passes90 the passes of noise in nine of ten markets without skill; null in records of older versions
/// @param pValue how often noise passes as many as passed, or more; null in records of older versions
/// @param worlds K, how many worlds were asked for; 0 in records of older versions
/// @param isBound whether these figures are upper bounds: the share of some circular shifts lies between two steps, or
///     the worlds leave out a gate
public record RunLuck(
        double expected,
        @Nullable Range passes90,
        @Nullable Double pValue,
        Counts counts,
        int worlds,
        boolean isBound) {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /// From the 5 % to the 95 % quantile.
    public record Range(int low, int high) {}

    /// The strategies behind the figures.
    ///
    /// @param passed passes among those whose luck is known: what noise is compared with
    /// @param joint those with the run's worlds
    /// @param shifted those with luck by the circular shift, taken as independent
    /// @param fewer those with fewer worlds than the run, taken as independent
    /// @param unknown those that were measured, but whose luck is not known
    public record Counts(int passed, int joint, int shifted, int fewer, int unknown) {
        public int independent() {
            return shifted + fewer;
        }

        /// All of them; 0 in records of older versions.
        public int measured() {
            return joint + independent() + unknown;
        }
    }

    /// Where only the sum of the strategies' luck is known: while a run is on, and in records of older versions.
    public static RunLuck expecting(double expected, int passed) {
        return new RunLuck(expected, null, null, new Counts(passed, 0, 0, 0, 0), 0, false);
    }

    /// The same as upper bounds.
    public RunLuck atMost() {
        return new RunLuck(expected, passes90, pValue, counts, worlds, true);
    }

    /// @param worlds K, the number of worlds that the joint ones share
    /// @param strategies all that were measured
    /// @return null where nothing is known
    public static @Nullable RunLuck of(int worlds, List<StrategyLuck.OfStrategy> strategies) {
        List<BitSet> joint = new ArrayList<>();
        List<Double> independent = new ArrayList<>();
        int passed = 0;
        int shifted = 0;
        int unknown = 0;
        boolean isBound = false;
        for (StrategyLuck.OfStrategy strategy : strategies) {
            passed += strategy.passed() && !(strategy.luck() instanceof StrategyLuck.Unknown) ? 1 : 0;
            switch (strategy.luck()) {
                case StrategyLuck.Joint(BitSet passes) -> joint.add(passes);
                case StrategyLuck.Independent alone -> {
                    independent.add(alone.share());
                    shifted += alone.isShifted() ? 1 : 0;
                    isBound |= alone.isBound();
                }
                case StrategyLuck.Unknown _ -> unknown++;
            }
        }
        if (joint.isEmpty() && independent.isEmpty()) {
            return null;
        }
        int shared = joint.isEmpty() ? 0 : worlds;
        LuckyPasses lucky = LuckyPasses.of(shared, joint, independent);
        return new RunLuck(
                expected(shared, joint, independent),
                new Range(lucky.quantile(LOW), lucky.quantile(HIGH)),
                shared == 0 ? lucky.atLeast(passed) : (1 + lucky.atLeast(passed)) / (1 + shared),
                new Counts(passed, joint.size(), shifted, independent.size() - shifted, unknown),
                worlds,
                isBound);
    }

    private static double expected(int worlds, List<BitSet> joint, List<Double> independent) {
        long passes = joint.stream().mapToLong(BitSet::cardinality).sum();
        double alone = independent.stream().mapToDouble(Double::doubleValue).sum();
        return alone + (worlds == 0 ? 0 : (double) passes / worlds);
    }
}
