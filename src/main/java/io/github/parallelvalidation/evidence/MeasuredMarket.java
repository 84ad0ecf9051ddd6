package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

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
    /// @param value what the result has as its score
    /// @return empty where the file is gone, is another run's, or does not say
    public static Optional<MeasuredMarket> read(Path file, String score, OptionalDouble value) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (!(YamlDocument.read(file) instanceof YamlMapping results)
                    || !isScore(results, score, value)
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

    private static boolean isScore(YamlMapping results, String score, OptionalDouble value) {
        return results.find("metrics").orElse(null) instanceof YamlMapping metrics
                && value.isPresent()
                && metrics.findText(score).isPresent()
                && metrics.number(score) == value.getAsDouble();
    }
}
