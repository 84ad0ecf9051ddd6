package io.github.parallelvalidation.report;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.Histogram;
import io.github.parallelvalidation.display.LuckPicture;
import io.github.parallelvalidation.display.MetricColumn;
import java.util.OptionalDouble;

/// A strategy's score among those that it has on markets without skill.
final class LuckChart {
    private static final double TOP = 6;
    private static final double BOTTOM = 96;
    private static final double LEGEND = 128;

    private LuckChart() {}

    static Markup of(LuckPicture picture) {
        Histogram scores = picture.scores();
        int parts = scores.counts().size();
        double width = Svg.PICTURE / parts;
        PathSteps bars = new PathSteps();
        for (int part = 0; part < parts; part++) {
            int count = scores.counts().get(part);
            if (count > 0) {
                double top = BOTTOM - (BOTTOM - TOP) * count / scores.most();
                bars.box(part * width, top, (part + 1) * width - 1, BOTTOM);
            }
        }
        Markup svg = Svg.svg(Svg.PICTURE, LEGEND + 6, "is it luck?")
                .add(
                        Svg.path(bars.toString(), "noise"),
                        Svg.line(0, Svg.PICTURE, BOTTOM, "grid"),
                        Svg.text(0, BOTTOM + 13, "start", Figures.text(picture.metric(), scores.from())),
                        Svg.text(Svg.PICTURE / 2, BOTTOM + 13, "middle", MetricColumn.label(picture.metric())),
                        Svg.text(Svg.PICTURE, BOTTOM + 13, "end", Figures.text(picture.metric(), scores.to())));
        mark(svg, picture, 0, "gate", "gate", picture.gate());
        mark(svg, picture, 1, "twenty", "1 in 20", picture.noise95());
        mark(svg, picture, 2, "own", "this", picture.own());
        return svg;
    }

    private static void mark(
            Markup svg, LuckPicture picture, int place, String style, String name, OptionalDouble value) {
        if (value.isEmpty()) {
            return;
        }
        double x = Math.clamp(picture.scores().position(value.getAsDouble()) * Svg.PICTURE, 1, Svg.PICTURE - 1);
        svg.add(Svg.path(new PathSteps().move(x, 0).line(x, BOTTOM).toString(), style));
        Svg.legend(svg, place, LEGEND, style, name + " " + Figures.text(picture.metric(), value.getAsDouble()));
    }
}
