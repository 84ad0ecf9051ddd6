package io.github.parallelvalidation.format.arrow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/// A part of a file from its beginning to its end. Several may read from the same file in turn.
final class SliceStream extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer buffer;
    private long at;
    private final long end;

    SliceStream(FileChannel file, long from, long length) {
        this.file = file;
        this.at = from;
        this.end = from + length;
        this.buffer = ByteBuffer.allocate((int) Math.min(BUFFER, length)).flip();
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        if (!buffer.hasRemaining() && at < end) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            int count = file.read(buffer, at);
            at = count < 0 ? end : at + count;
            buffer.flip();
        }
        return buffer.hasRemaining();
    }
}
