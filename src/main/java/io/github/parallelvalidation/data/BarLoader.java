package io.github.parallelvalidation.data;

import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the bars of a source, checked, at the timeframe asked for, as far back as they are needed.
public final class BarLoader {
    private BarLoader() {}

    /// @param folder what paths are shown relative to
    /// @throws DataException when a file is missing, damaged, or holds a bar that cannot be
    public static Bars load(BarSource source, String symbol, Timeframe timeframe, History history, Path folder) {
        BarBuffer buffer = new BarBuffer(history);
        boolean isFiner = source.timeframe() != timeframe;
        Resampler resampler = new Resampler(source.timeframe(), timeframe, buffer);
        BarCheck check = new BarCheck(source.timeframe(), source.files().getFirst(), isFiner ? resampler : buffer);
        for (Path file : source.files()) {
            if (!Files.isReadable(file)) {
                throw DataException.unavailable(file, "the file cannot be read");
            }
            check.startFile(file);
            CsvFile.read(file, check);
        }
        if (check.isEmpty()) {
            throw DataException.invalid(source.files().getFirst(), "there is no bar in the file");
        }
        if (isFiner) {
            resampler.finish(0);
        }
        Bars bars = buffer.bars(symbol, timeframe, source.describe(folder));
        if (bars.length() == 0) {
            throw DataException.invalid(
                    source.files().getFirst(),
                    "the bars of %s do not make one whole bar of %s".formatted(source.timeframe(), timeframe));
        }
        return bars;
    }
}
