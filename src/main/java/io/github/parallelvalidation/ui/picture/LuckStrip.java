package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.layout.VBox;

/// Draws the scores of several strategies under each other on one scale, each over what most worlds without skill
/// reach with its rules.
public final class LuckStrip extends VBox {
    private static final double HEIGHT = 16;
    private static final double LEAST_SHARE = 0.05;

    /// One strategy.
    ///
    /// @param score of the strategy itself
    /// @param worlds what its rules score on markets without skill
    public record Line(String name, OptionalDouble score, Optional<Worlds> worlds) {}

    /// A line with the range of 90 of 100 worlds.
    private record Placed(Line line, OptionalDouble low, OptionalDouble high) {}

    public LuckStrip(Tier tier, List<Line> lines) {
        super(Parts.HALF);
        List<Placed> placed = lines.stream().map(line -> placed(tier, line)).toList();
        double least = 0;
        double most = 0;
        for (Placed each : placed) {
            least = Math.min(
                    Math.min(least, each.low().orElse(0)), each.line().score().orElse(0));
            most = Math.max(
                    Math.max(most, each.high().orElse(0)), each.line().score().orElse(0));
        }
        double margin = 0.04 * Math.max(most - least, 1e-9);
        double from = least - margin;
        double range = most - least + 2 * margin;
        for (int number = 0; number < placed.size(); number++) {
            Placed each = placed.get(number);
            Plot plot = new Plot(HEIGHT);
            String words = words(tier, each);
            if (each.low().isPresent() && each.high().isPresent()) {
                plot.bar(
                        "plot-noise",
                        (each.low().getAsDouble() - from) / range,
                        (each.high().getAsDouble() - from) / range,
                        0.3,
                        0.7);
            }
            plot.mark("plot-zero-mark", -from / range, "0");
            each.line().score().ifPresent(score -> plot.mark("plot-own", (score - from) / range, words));
            getChildren().add(Parts.column(2, Parts.paragraph(words, "plot-text", Role.MUTED.style()), plot));
        }
    }

    private static Placed placed(Tier tier, Line line) {
        double[] scores = line.worlds()
                .map(worlds -> {
                    double[] all = new double[worlds.count()];
                    Arrays.setAll(all, world -> worlds.value(tier.score(), world + 1));
                    return Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
                })
                .orElse(new double[0]);
        return scores.length == 0
                ? new Placed(line, OptionalDouble.empty(), OptionalDouble.empty())
                : new Placed(
                        line,
                        OptionalDouble.of(scores[(int) (LEAST_SHARE * scores.length)]),
                        OptionalDouble.of(scores[(int) Math.ceil((1 - LEAST_SHARE) * scores.length) - 1]));
    }

    private static String words(Tier tier, Placed each) {
        String own = each.line().score().isPresent()
                ? Figures.text(tier.score(), each.line().score().getAsDouble())
                : Figures.MISSING;
        return each.low().isPresent() && each.high().isPresent()
                ? Texts.of(
                        "picture.strip",
                        each.line().name(),
                        own,
                        Figures.text(tier.score(), each.low().getAsDouble()),
                        Figures.text(tier.score(), each.high().getAsDouble()))
                : Texts.of("picture.strip.worldless", each.line().name(), own);
    }
}
