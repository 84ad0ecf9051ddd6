package io.github.parallelvalidation.worker;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Output that knows whether it is in the middle of a line.
final class LineEnds extends FilterOutputStream {
    private boolean atStart = true;

    LineEnds(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        atStart = value == '\n';
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            out.write(bytes, offset, length);
            atStart = bytes[offset + length - 1] == '\n';
        }
    }

    /// So that what comes next begins a line.
    void endLine() throws IOException {
        if (!atStart) {
            write('\n');
        }
    }
}
