package io.github.parallelvalidation.ui.history;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// What one chart says of each run in one way: a line, a band, bars.
///
/// @param style style class of what is drawn and of its swatch
/// @param meaning for the legend
/// @param low the lower end of bands and bars, not a number where a run has none; equal to `high` for lines
/// @param texts the value of each run for people; empty where it has none
record Series(Kind kind, String style, String meaning, List<Double> low, List<Double> high, List<String> texts) {

    /// How a series is drawn.
    enum Kind {
        /// Points joined by a line.
        LINE,
        /// A dash at each run, joined by a dashed line.
        DASHES,
        /// A translucent area, as wide as the run's place.
        BAND,
        /// A thin bar.
        BAR,
        /// A ring around a point.
        RING
    }

    Series {
        low = List.copyOf(low);
        high = List.copyOf(high);
        texts = List.copyOf(texts);
    }

    static Series line(String style, String meaning, List<Double> values, List<String> texts) {
        return new Series(Kind.LINE, style, meaning, values, values, texts);
    }

    static Series dashes(String style, String meaning, List<Double> values, List<String> texts) {
        return new Series(Kind.DASHES, style, meaning, values, values, texts);
    }

    static Series rings(String style, String meaning, List<Double> values, List<String> texts) {
        return new Series(Kind.RING, style, meaning, values, values, texts);
    }

    /// From 0 on.
    static Series bars(String style, String meaning, List<Double> values, List<String> texts) {
        return new Series(Kind.BAR, style, meaning, Collections.nCopies(values.size(), 0.0), values, texts);
    }

    boolean isEmpty() {
        return high.stream().allMatch(value -> value.isNaN());
    }

    /// The largest value of any of them; 0 where there is none.
    static double largest(List<Series> all) {
        return all.stream()
                .flatMap(series -> Stream.concat(series.high().stream(), series.low().stream()))
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
