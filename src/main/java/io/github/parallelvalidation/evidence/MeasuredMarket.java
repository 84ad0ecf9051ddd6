package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The market on which a strategy was measured, as its worker wrote it: `data` in the results.
///
/// @param first time of the first bar, the warm-up included
/// @param last time of the last
/// @param windowBars those that count
/// @param gaps places where bars are missing
/// @param windowFirst time of the first bar that counts; empty where the worker does not say
public record MeasuredMarket(
        String symbol, String timeframe, String first, String last, int windowBars, int gaps, String windowFirst) {

    /// Reads it from a results file.
    ///
    /// @param score name of the tier's score
    /// @param shown the metrics of the result that is shown
    /// @return empty where the file is gone, is another run's, or does not say
    public static Optional<MeasuredMarket> read(Path file, String score, Metrics shown) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (!(YamlDocument.read(file) instanceof YamlMapping results)
                    || !isOf(results, score, shown)
                    || !(results.find("data").orElse(null) instanceof YamlMapping data)) {
                return Optional.empty();
            }
            return Optional.of(new MeasuredMarket(
                    data.text("symbol"),
                    data.text("timeframe"),
                    data.text("first"),
                    data.text("last"),
                    data.count("window_bars"),
                    data.count("gaps"),
                    data.findText("window_first").orElse("")));
        } catch (ProblemException another) {
            // It was read when the results were accepted: what cannot be read now is not that file.
            return Optional.empty();
        }
    }

    /// A score that could not be computed is none in the file either; then the counts tell whose it is.
    private static boolean isOf(YamlMapping results, String score, Metrics shown) {
        return results.find("metrics").orElse(null) instanceof YamlMapping metrics
                && shown.values().containsKey(score)
                && Stream.of(score, MetricNames.SIGNAL_FREQUENCY, MetricNames.OBSERVATIONS, MetricNames.TRADES)
                        .allMatch(name -> isSame(name, metrics, shown));
    }

    private static boolean isSame(String name, YamlMapping metrics, Metrics shown) {
        OptionalDouble value = shown.number(name);
        return metrics.findText(name).isPresent() == value.isPresent()
                && (value.isEmpty() || metrics.number(name) == value.getAsDouble());
    }
}
