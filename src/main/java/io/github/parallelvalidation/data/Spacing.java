package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.format.Readers;
import io.github.parallelvalidation.format.RowBlock;
import io.github.parallelvalidation.format.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Determines the timeframe of a file whose name does not say it, from the distance of its rows.
final class Spacing {
    private Spacing() {}

    /// The timeframe of the first rows when the one wanted can be built from it, else the one wanted: reading the
    /// file will then say what is wrong with it.
    static Timeframe of(Path file, Timeframe wanted) {
        RowBlock block = new RowBlock();
        try (RowReader rows = Readers.open(file)) {
            rows.read(block);
        } catch (IOException | DataException isSaidWhenTheBarsAreRead) {
            return wanted;
        }
        long shortest = Long.MAX_VALUE;
        for (int i = 1; i < block.length(); i++) {
            long step = Math.abs(block.time[i] - block.time[i - 1]);
            shortest = step == 0 ? shortest : Math.min(shortest, step);
        }
        long step = shortest;
        return Arrays.stream(Timeframe.values())
                .filter(timeframe -> timeframe.millis() == step && wanted.isBuiltFrom(timeframe))
                .findFirst()
                .orElse(wanted);
    }
}
