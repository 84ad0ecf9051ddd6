package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.data.Bars;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Writes bars as CSV for a strategy's own program, which so never has to read a foreign format.
final class BarsCsv {
    private BarsCsv() {}

    /// @param length how many bars, from the first on
    static void write(Path file, Bars bars, int length) throws IOException {
        double[][] columns = {bars.open(), bars.high(), bars.low(), bars.close(), bars.volume()};
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("timestamp,open,high,low,close,volume\n");
            for (int i = 0; i < length; i++) {
                writer.write(Instant.ofEpochMilli(bars.time()[i]).toString());
                for (double[] column : columns) {
                    writer.write(',');
                    writer.write(Double.toString(column[i]));
                }
                writer.write('\n');
            }
        }
    }
}
