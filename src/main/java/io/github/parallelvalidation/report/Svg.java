package io.github.parallelvalidation.report;

import io.github.parallelvalidation.number.PlainNumber;

/// The shapes of pictures, in the page's own colours.
final class Svg {
    /// The width of each picture of a strategy.
    static final double PICTURE = 320;

    private static final double SAMPLE = 16;
    private static final int PLACES = 3;

    private Svg() {}

    static Markup svg(double width, double height, String title) {
        return Markup.of("svg", Markup.of("title", title))
                .with("viewBox", "0 0 " + coordinate(width) + " " + coordinate(height))
                .with("width", coordinate(width))
                .with("height", coordinate(height))
                .with("role", "img");
    }

    static Markup rect(double x, double y, double width, double height, String style) {
        return Markup.of("rect")
                .with("x", coordinate(x))
                .with("y", coordinate(y))
                .with("width", coordinate(width))
                .with("height", coordinate(height))
                .with("rx", height > 8 ? 1 : 3)
                .with("class", style);
    }

    static Markup line(double from, double to, double y, String style) {
        return Markup.of("line")
                .with("x1", coordinate(from))
                .with("x2", coordinate(to))
                .with("y1", coordinate(y))
                .with("y2", coordinate(y))
                .with("class", style);
    }

    static String coordinate(double value) {
        return PlainNumber.rounded(value, 1);
    }

    /// @param anchor start, middle or end
    static Markup text(double x, double y, String anchor, String text) {
        Markup made = Markup.of("text", text).with("x", coordinate(x)).with("y", coordinate(y));
        return anchor.equals("start") ? made : made.with("text-anchor", anchor);
    }

    /// A sample of a line with its name, in one of three places side by side.
    static void legend(Markup svg, int place, double y, String style, String text) {
        double x = PICTURE / PLACES * place;
        svg.add(
                path(new PathSteps().move(x, y - 4).line(x + SAMPLE, y - 4).toString(), style),
                text(x + SAMPLE + 4, y, "start", text));
    }

    static Markup path(String steps, String style) {
        return Markup.of("path").with("d", steps).with("class", style);
    }
}
