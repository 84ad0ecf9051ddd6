package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.number.Counted;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A strategy's score among those that it has on markets without skill: the answer to "is it luck?".
///
/// @param metric the score of the tier
/// @param worlds how many markets
/// @param without on how many of them there is no score
/// @param own the strategy's score; empty where there is none
/// @param gate the threshold of the run
/// @param noise95 what noise reaches once in twenty
/// @param passing markets without skill on which all gates hold; empty where luck is not known
/// @param reaching those with a score at least as large
public record LuckPicture(
        String metric,
        int worlds,
        int without,
        Histogram scores,
        OptionalDouble own,
        OptionalDouble gate,
        OptionalDouble noise95,
        OptionalLong passing,
        int reaching) {
    private static final int PARTS = 25;

    /// @param gates of the result, for the threshold
    public static LuckPicture of(Tier tier, Worlds worlds, Metrics metrics, List<GateResult> gates) {
        OptionalDouble own = metrics.number(tier.score());
        OptionalDouble gate = gates.stream()
                .filter(result -> result.name().equals(tier.score()))
                .mapToDouble(result -> result.requirement().bound())
                .findFirst();
        OptionalDouble noise95 = metrics.number(tier.noise95());
        OptionalDouble luck = metrics.number(MetricNames.LUCK);
        double[] scores = worlds.scores();
        return new LuckPicture(
                tier.score(),
                worlds.count(),
                (int) Arrays.stream(scores)
                        .filter(score -> !Double.isFinite(score))
                        .count(),
                Histogram.of(
                        scores, PARTS, own.orElse(Double.NaN), gate.orElse(Double.NaN), noise95.orElse(Double.NaN)),
                own,
                gate,
                noise95,
                luck.isPresent()
                        ? OptionalLong.of(Math.round(luck.getAsDouble() * worlds.count()))
                        : OptionalLong.empty(),
                own.isPresent() ? worlds.reached(own.getAsDouble()) : 0);
    }

    /// What the picture says.
    public String sentence() {
        StringBuilder text = new StringBuilder("Of %d markets without skill ".formatted(worlds));
        if (own.isPresent()) {
            text.append(Counted.of(reaching, "reaches", "reach") + " this " + metric);
        } else {
            text.append("none says anything: the strategy has no ").append(metric);
        }
        passing.ifPresent(count -> text.append("; " + Counted.of(count, "passes", "pass") + " all gates"));
        if (without > 0) {
            text.append("; on %d there is no %s".formatted(without, metric));
        }
        return text.append('.').toString();
    }

    /// What one bar says: "12 of 199 markets: 0.010 to 0.014".
    public String bar(int part) {
        return "%d of %d markets: %s %s to %s"
                .formatted(scores.counts().get(part), worlds, metric, edge(part), edge(part + 1));
    }

    /// The digits of a scale, the same along all of it.
    private String edge(int part) {
        double value = scores.start(part);
        return metric.equals(MetricNames.IC) ? Figures.rate(value) : Figures.text(metric, value);
    }
}
