package io.github.parallelvalidation.report;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.GateMargin;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.List;

/// The charts of a report, as SVG in the page's own colours.
final class Charts {
    private static final double BAR_WIDTH = 104;
    private static final double BAR_HEIGHT = 12;
    private static final double WIDTH = 560;
    private static final double NAME_WIDTH = 76;
    private static final double ROW = 18;
    private static final double HISTORY_HEIGHT = 120;

    private Charts() {}

    /// How far a value reaches, and the line that it must reach.
    static Markup gate(GateMargin margin) {
        boolean holds = margin.gate().passed();
        double tick = Math.min(BAR_WIDTH - 2, BAR_WIDTH * margin.tick(margin.need()));
        return Svg.svg(BAR_WIDTH, BAR_HEIGHT, margin.gate().sentence())
                .add(
                        Svg.rect(0, 3, BAR_WIDTH, 6, "track"),
                        Svg.rect(0, 3, BAR_WIDTH * margin.filled(), 6, holds ? "good" : "bad"),
                        Svg.rect(tick, 0, 2, BAR_HEIGHT, "ink"));
    }

    /// Passes beside the passes of noise alone.
    static Markup luck(RunSummary summary, RunLuck luck) {
        double most = Math.max(1, summary.total());
        double room = WIDTH - NAME_WIDTH - 128;
        Markup svg = Svg.svg(WIDTH, 2 * ROW + 4, "passes beside those expected from noise alone");
        bar(svg, 0, "passed", summary.passed() / most * room, "good", String.valueOf(summary.passed()));
        double width = luck.expected() / most * room;
        RunLuck.Range range = luck.passes90();
        if (range == null) {
            bar(svg, ROW + 4, "by luck", width, "warn", Figures.expected(luck.expected()));
            return svg;
        }
        bar(svg, ROW + 4, "by luck", width, "warn", "");
        double end = NAME_WIDTH + range.high() / most * room;
        svg.add(
                Svg.rect(
                        NAME_WIDTH + range.low() / most * room,
                        ROW + 4 + 8,
                        (range.high() - range.low()) / most * room,
                        2,
                        "ink"),
                Markup.of("text", NoiseText.bare(luck))
                        .with("x", Svg.coordinate(Math.max(NAME_WIDTH + width, end) + 8))
                        .with("y", Svg.coordinate(ROW + 4 + 13)));
        return svg;
    }

    /// The time of each strategy's last worker.
    static Markup times(List<StrategyResult> results) {
        double longest = results.stream()
                .mapToDouble(result -> result.effort().seconds())
                .max()
                .orElse(1);
        double room = WIDTH - NAME_WIDTH - 64;
        Markup svg = Svg.svg(WIDTH, ROW * results.size(), "seconds by strategy");
        for (int i = 0; i < results.size(); i++) {
            StrategyResult result = results.get(i);
            double width = longest <= 0 ? 0 : result.effort().seconds() / longest * room;
            bar(
                    svg,
                    i * ROW,
                    result.id().value(),
                    width,
                    "accent",
                    Figures.seconds(result.effort().seconds()));
        }
        return svg;
    }

    /// The pass rate of the last runs, with what luck alone would have passed.
    static Markup history(List<RunMetrics> runs) {
        Markup svg = Svg.svg(WIDTH, HISTORY_HEIGHT, "pass rate of the last runs, dashed what luck alone would pass");
        for (double share : new double[] {0, 0.5, 1}) {
            svg.add(Svg.line(NAME_WIDTH, WIDTH, y(share), "grid"));
            svg.add(Markup.of("text", Figures.percent(share))
                    .with("x", Svg.coordinate(NAME_WIDTH - 8))
                    .with("y", Svg.coordinate(y(share) + 4))
                    .with("text-anchor", "end"));
        }
        StringBuilder passed = new StringBuilder();
        StringBuilder lucky = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            RunMetrics.Results results = runs.get(i).results();
            double all = Math.max(1, results.total());
            String x = Svg.coordinate(NAME_WIDTH + (i + 0.5) * (WIDTH - NAME_WIDTH) / runs.size());
            passed.append(x)
                    .append(',')
                    .append(Svg.coordinate(y(results.passed() / all)))
                    .append(' ');
            svg.add(Markup.of("circle")
                    .with("cx", x)
                    .with("cy", Svg.coordinate(y(results.passed() / all)))
                    .with("r", 3)
                    .with("class", "accent"));
            if (results.luck() != null) {
                lucky.append(x)
                        .append(',')
                        .append(Svg.coordinate(y(results.luck().expected() / all)))
                        .append(' ');
            }
        }
        return svg.add(
                Markup.of("polyline").with("points", passed.toString().strip()).with("class", "curve"),
                Markup.of("polyline").with("points", lucky.toString().strip()).with("class", "curve dashed"));
    }

    private static double y(double share) {
        return 8 + (1 - Math.clamp(share, 0, 1)) * (HISTORY_HEIGHT - 16);
    }

    private static void bar(Markup svg, double y, String name, double width, String style, String value) {
        svg.add(
                Markup.of("text", name).with("x", 0).with("y", Svg.coordinate(y + 13)),
                Svg.rect(NAME_WIDTH, y + 4, Math.max(1, width), 10, style),
                Markup.of("text", value)
                        .with("x", Svg.coordinate(NAME_WIDTH + width + 8))
                        .with("y", Svg.coordinate(y + 13)));
    }
}
