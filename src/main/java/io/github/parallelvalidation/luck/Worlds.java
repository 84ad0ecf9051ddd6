package io.github.parallelvalidation.luck;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What one strategy scores on rebuilt markets, worlds 1 to K. The same number is the same world for every strategy, so
/// that worlds of several strategies can be looked at together.
public final class Worlds {
    /// Noise reaches this share of worlds' scores at most.
    private static final double NOISE_SHARE = 0.95;

    /// Of fewer worlds the largest score would stand for a share that they cannot show: one of twenty ranks is the
    /// last.
    static final int FEWEST_FOR_NOISE = 19;

    /// 0.95 · 200 is 190, not 190.00000000000003.
    private static final double ROUNDING = 1e-9;

    private final Tier tier;
    private final double[][] columns;

    private Worlds(Tier tier, double[][] columns) {
        this.tier = tier;
        this.columns = columns;
    }

    /// @param columns what [Tier#worldColumns] names, one array each, by world; NaN where there is no value, and
    ///     +∞ for the profit factor of a world without a losing trade
    public static Worlds of(Tier tier, double[]... columns) {
        List<String> names = tier.worldColumns();
        boolean oneLength = Arrays.stream(columns).allMatch(column -> column.length == columns[0].length);
        if (columns.length != names.size() || !oneLength) {
            throw new IllegalArgumentException("worlds have the columns " + names + ", all of one length");
        }
        return new Worlds(tier, Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new));
    }

    public Tier tier() {
        return tier;
    }

    /// K, the number of worlds.
    public int count() {
        return columns[0].length;
    }

    /// @param column one of [Tier#worldColumns]
    /// @param world from 1
    /// @return NaN where the world has no such value
    public double value(String column, int world) {
        return columns[tier.worldColumns().indexOf(column)][world - 1];
    }

    /// The first so many worlds.
    public Worlds first(int worlds) {
        return new Worlds(
                tier,
                Arrays.stream(columns)
                        .map(column -> Arrays.copyOf(column, worlds))
                        .toArray(double[][]::new));
    }

    /// The worlds in which all gates hold; bit 0 is world 1.
    public BitSet passes(TierGates gates) {
        BitSet passes = new BitSet(count());
        for (int world = 0; world < count(); world++) {
            passes.set(world, gates.hold(columns[0][world], columns[1][world], columns[2][world]));
        }
        return passes;
    }

    /// The share of worlds in which all gates hold.
    public double luck(TierGates gates) {
        return (double) passes(gates).cardinality() / count();
    }

    /// The information coefficient at L0, the Sharpe ratio at L1, by world from 1; −∞ where there is none.
    public double[] scores() {
        double[] scores = columns[tier.worldColumns().indexOf(tier.score())].clone();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Double.isNaN(scores[i]) ? Double.NEGATIVE_INFINITY : scores[i];
        }
        return scores;
    }

    /// What noise reaches once in twenty: the ⌈0.95 · (K + 1)⌉-th smallest score. −∞ where too many worlds have none.
    public double noise95() {
        double[] sorted = scores();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(NOISE_SHARE * (count() + 1) - ROUNDING);
        return sorted[Math.min(rank, count()) - 1];
    }

    /// In how many worlds the score is at least this.
    public int reached(double score) {
        return (int) Arrays.stream(scores())
                .filter(world -> WorldsPValue.reaches(world, score))
                .count();
    }
}
