package io.github.parallelvalidation.format;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// Iterates over the lines of a text file up to the first that is too long to be a row; that one is cut. A file may
/// claim to be one line of gigabytes.
final class ShortLines implements Closeable {
    private static final int LONGEST = 1 << 13;

    private final BufferedReader reader;
    private boolean isCut;

    ShortLines(InputStream stream, Charset charset) {
        this.reader = new BufferedReader(new InputStreamReader(stream, charset));
    }

    /// The next line without its end, or null behind the last one.
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = isCut ? -1 : reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r' && !isCut; c = reader.read()) {
            line.append((char) c);
            isCut = line.length() == LONGEST;
        }
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
