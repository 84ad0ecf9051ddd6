package io.github.parallelvalidation.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Reads what Linux tells in `/proc`, of which a run asks for many files for each strategy: with three calls of the
/// system, where a reader of files that may be long, or no files, needs a dozen.
final class ProcFile {
    private static final int BYTES = 4096;

    private ProcFile() {}

    /// To be read again and again.
    static FileChannel open(Path file) throws IOException {
        return new FileInputStream(file.toString()).getChannel();
    }

    /// Its first four thousand characters; what is asked for here is shorter.
    static String text(Path file) throws IOException {
        try (InputStream stream = new FileInputStream(file.toString())) {
            byte[] bytes = new byte[BYTES];
            int count = Math.max(0, stream.read(bytes));
            return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        }
    }
}
