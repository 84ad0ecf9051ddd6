package io.github.parallelvalidation.report;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/// A few values one beside the other, above and below 0.
final class BarsChart {
    private static final double HEIGHT = 110;
    private static final double BOTTOM = HEIGHT - 14;

    private BarsChart() {}

    /// @param named each value by its name, in order; not empty
    /// @param text writes a value
    static Markup of(String title, Map<String, Double> named, DoubleFunction<String> text) {
        List<Map.Entry<String, Double>> values = List.copyOf(named.entrySet());
        Scale scale = Scale.of(values.stream().mapToDouble(Map.Entry::getValue).toArray(), 0, 2, BOTTOM - 2);
        double width = Svg.PICTURE / values.size();
        Markup svg = Svg.svg(Svg.PICTURE, HEIGHT, title);
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i).getValue();
            String steps = new PathSteps()
                    .box(i * width + 1, scale.y(value), (i + 1) * width - 1, scale.y(0))
                    .toString();
            svg.add(Svg.path(steps, value < 0 ? "down" : "up")
                    .add(Markup.of("title", values.get(i).getKey() + ": " + text.apply(value))));
        }
        return svg.add(
                Svg.line(0, Svg.PICTURE, scale.y(0), "zero"),
                Svg.text(0, HEIGHT - 2, "start", values.getFirst().getKey()),
                Svg.text(Svg.PICTURE, HEIGHT - 2, "end", values.getLast().getKey()));
    }

    /// What the picture says: "Above 0 in 5 of 6 months, from −0.012 to 0.094."
    static String sentence(String what, Map<String, Double> named, DoubleFunction<String> text) {
        double least = named.values().stream().mapToDouble(each -> each).min().orElse(0);
        double most = named.values().stream().mapToDouble(each -> each).max().orElse(0);
        long above = named.values().stream().filter(each -> each > 0).count();
        return "Above 0 in %d of %d %s, from %s to %s."
                .formatted(above, named.size(), what, text.apply(least), text.apply(most));
    }
}
