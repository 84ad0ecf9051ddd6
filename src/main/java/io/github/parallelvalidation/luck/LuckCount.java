package io.github.parallelvalidation.luck;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.PlaceboGrid;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Counts the luck of a strategy from its worlds, whichever worker wrote them, and takes away what a worker reports
/// without any. This is the only place where luck becomes a metric of a result.
///
/// @param asked how many worlds the protocol asks for; none: there is no p-value and no luck
public record LuckCount(Tier tier, TierGates gates, PlaceboWorlds asked) {
    public static final String REBUILT = "rebuilt";
    public static final String CIRCULAR_SHIFT = "circular_shift";

    private static final List<String> OF_WORLDS = List.of(
            MetricNames.PLACEBO,
            MetricNames.PLACEBO_SHA256,
            MetricNames.PLACEBO_METHOD,
            MetricNames.PLACEBO_WORLDS,
            MetricNames.PLACEBO_LIMITS);

    /// @param worldsAsked so many and never more; 0 for none
    public LuckCount(Tier tier, TierGates gates, int worldsAsked) {
        this(tier, gates, PlaceboWorlds.exactly(worldsAsked));
    }

    /// @param reported by the worker
    /// @param worlds that it wrote
    public Metrics of(Metrics reported, Optional<Worlds> worlds) {
        if (asked.isNone()) {
            return none(reported, LuckSource.NONE_ASKED);
        }
        if (worlds.isPresent()) {
            return counted(reported.leavingOut(MetricNames.PLACEBO), worlds.get());
        }
        return gates instanceof L0Gates screen
                ? PlaceboGrid.of(reported)
                        .map(grid -> shifted(reported, grid, screen))
                        .orElseGet(() -> none(reported, why(reported)))
                : none(reported, why(reported));
    }

    /// Whether luck was counted from worlds.
    public static boolean isRebuilt(Metrics metrics) {
        return REBUILT.equals(metrics.values().get(MetricNames.PLACEBO_METHOD));
    }

    private Metrics counted(Metrics reported, Worlds worlds) {
        Metrics metrics = reported.with(MetricNames.LUCK, worlds.luck(gates));
        metrics = withNoise(metrics, worlds).with(MetricNames.PLACEBO_METHOD, REBUILT);
        OptionalDouble score = metrics.number(tier.score());
        if (score.isEmpty()) {
            return metrics.without(tier.pValue(), "there is no " + tier.score())
                    .with(MetricNames.PLACEBO_WORLDS, worlds.count());
        }
        int reached = worlds.reached(score.getAsDouble());
        return isFiner(reported, reached, worlds.count())
                ? metrics
                : metrics.with(
                                tier.pValue(),
                                WorldsPValue.of(reached, worlds.count()).value())
                        .with(MetricNames.PLACEBO_WORLDS, worlds.count());
    }

    private Metrics withNoise(Metrics metrics, Worlds worlds) {
        if (worlds.count() < Worlds.FEWEST_FOR_NOISE) {
            return metrics.without(
                    tier.noise95(),
                    "what noise reaches once in twenty takes %d worlds; it has %d"
                            .formatted(Worlds.FEWEST_FOR_NOISE, worlds.count()));
        }
        double noise = worlds.noise95();
        return Double.isFinite(noise)
                ? metrics.with(tier.noise95(), noise)
                : metrics.without(tier.noise95(), "too many of its worlds have no " + tier.score());
    }

    /// Whether the p-value is that of more worlds than the file holds, of which those of the file are a part.
    private boolean isFiner(Metrics reported, int reached, int count) {
        double used = reported.number(MetricNames.PLACEBO_WORLDS).orElse(count);
        double p = reported.number(tier.pValue()).orElse(0);
        double least = (1.0 + reached) / (1 + used);
        double most = (1.0 + reached + used - count) / (1 + used);
        return used > count && used <= asked.most() && p >= least - WorldsPValue.TIE && p <= most + WorldsPValue.TIE;
    }

    /// Only L0 has circular shifts, and only of what the grid says is luck counted.
    private Metrics shifted(Metrics reported, PlaceboGrid grid, L0Gates screen) {
        return reported.leavingOut(MetricNames.PLACEBO_SHA256)
                .leavingOut(MetricNames.PLACEBO_WORLDS)
                .with(MetricNames.LUCK, grid.luck(screen, reported).share())
                .without(tier.noise95(), "the circular shift gives none")
                .with(MetricNames.PLACEBO_METHOD, CIRCULAR_SHIFT);
    }

    /// What a worker reports without worlds cannot be counted under other thresholds, and is not shown.
    public Metrics none(Metrics reported, String why) {
        Metrics metrics = reported;
        for (String name : OF_WORLDS) {
            metrics = metrics.leavingOut(name);
        }
        for (String name : List.of(tier.pValue(), MetricNames.LUCK, tier.noise95())) {
            metrics = metrics.without(name, why);
        }
        return metrics;
    }

    private String why(Metrics reported) {
        boolean itSaysWhy = reported.number(MetricNames.LUCK).isEmpty()
                && reported.reasons().containsKey(MetricNames.LUCK);
        return itSaysWhy
                ? reported.whyMissing(MetricNames.LUCK)
                : "the worker wrote no %s: what noise would pass is not known".formatted(WorldsFile.name(tier));
    }
}
