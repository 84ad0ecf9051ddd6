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
/// @param worldsAsked how many worlds the protocol asks for; 0: there is no p-value and no luck
public record LuckCount(Tier tier, TierGates gates, int worldsAsked) {
    public static final String REBUILT = "rebuilt";
    public static final String CIRCULAR_SHIFT = "circular_shift";

    private static final List<String> OF_WORLDS = List.of(
            MetricNames.PLACEBO,
            MetricNames.PLACEBO_SHA256,
            MetricNames.PLACEBO_METHOD,
            MetricNames.PLACEBO_WORLDS,
            MetricNames.PLACEBO_LIMITS);

    /// @param reported by the worker
    /// @param worlds that it wrote
    public Metrics of(Metrics reported, Optional<Worlds> worlds) {
        if (worldsAsked == 0) {
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
        double noise = worlds.noise95();
        metrics = Double.isFinite(noise)
                ? metrics.with(tier.noise95(), noise)
                : metrics.without(tier.noise95(), "too many of its worlds have no " + tier.score());
        OptionalDouble score = metrics.number(tier.score());
        if (score.isEmpty()) {
            metrics = metrics.without(tier.pValue(), "there is no " + tier.score());
        } else if (metrics.number(tier.pValue()).isEmpty()) {
            metrics = metrics.with(
                    tier.pValue(),
                    WorldsPValue.of(worlds.reached(score.getAsDouble()), worlds.count())
                            .value());
        }
        return metrics.number(MetricNames.PLACEBO_WORLDS).isPresent()
                ? metrics.with(MetricNames.PLACEBO_METHOD, REBUILT)
                : metrics.with(MetricNames.PLACEBO_METHOD, REBUILT).with(MetricNames.PLACEBO_WORLDS, worlds.count());
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
