package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.metrics.RunMetrics;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Makes series over the runs of the history.
record RunSeries(List<RunMetrics> runs) {

    /// A line for each tier: their figures are not to be compared.
    ///
    /// @param what the meaning; the tier is added
    /// @param text of a value
    List<Series> lines(String what, ToDoubleFunction<RunMetrics> value, Function<RunMetrics, String> text) {
        return Stream.of(Tier.values())
                .map(tier -> Series.line(style(tier), what + " " + tier, of(tier, value), texts(tier, text)))
                .toList();
    }

    private static String style(Tier tier) {
        return "line-" + tier.name().toLowerCase(Locale.ROOT);
    }

    List<Double> of(Tier tier, ToDoubleFunction<RunMetrics> value) {
        return each(run -> run.tier() == tier ? value.applyAsDouble(run) : Double.NaN);
    }

    private List<String> texts(Tier tier, Function<RunMetrics, String> text) {
        return texts(run -> run.tier() == tier ? text.apply(run) : "");
    }

    List<Double> each(ToDoubleFunction<RunMetrics> value) {
        return runs.stream().map(run -> value.applyAsDouble(run)).toList();
    }

    List<String> texts(Function<RunMetrics, String> text) {
        return runs.stream().map(text).toList();
    }

    /// The texts of values of which a run may have none.
    static List<String> texts(List<Double> values, DoubleFunction<String> text) {
        return values.stream()
                .map(value -> value.isNaN() ? "" : text.apply(value))
                .toList();
    }
}
