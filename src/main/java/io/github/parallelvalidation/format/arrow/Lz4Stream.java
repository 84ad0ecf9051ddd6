package io.github.parallelvalidation.format.arrow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/// Unpacks one frame of LZ4, block by block, also where blocks refer to those before them. lz4-java does not
/// read these, and Commons Compress takes ten times as long. Checksums are passed over: Arrow writes none.
final class Lz4Stream extends InputStream {
    private static final int MAGIC = 0x184D2204;

    private static final int VERSION = 0xC0;
    private static final int VERSION_1 = 0x40;
    private static final int INDEPENDENT = 0x20;
    private static final int BLOCK_CHECKSUM = 0x10;
    private static final int CONTENT_SIZE = 0x08;
    private static final int DICTIONARY = 0x01;

    private static final int SMALLEST = 4;
    private static final int LARGEST = 7;
    private static final int NOT_PACKED = 1 << 31;

    private final InputStream packed;
    private final boolean isIndependent;
    private final boolean hasChecksums;
    private final int largest;

    private byte[] block = {};
    /// What may be copied, and behind it the block that is being read.
    private byte[] bytes = {};
    private int at;
    private int end;
    private boolean isOver;

    Lz4Stream(InputStream packed) throws IOException {
        this.packed = packed;
        if (number() != MAGIC) {
            throw Lz4Block.damaged();
        }
        int flags = one();
        int size = one() >>> 4;
        if ((flags & VERSION) != VERSION_1 || (flags & DICTIONARY) != 0 || size < SMALLEST || size > LARGEST) {
            throw Lz4Block.damaged();
        }
        this.isIndependent = (flags & INDEPENDENT) != 0;
        this.hasChecksums = (flags & BLOCK_CHECKSUM) != 0;
        this.largest = 1 << (2 * size + Byte.SIZE);
        // How large all of it is, and the checksum of this head.
        packed.skipNBytes(((flags & CONTENT_SIZE) == 0 ? 0 : Long.BYTES) + 1L);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == end && !isOver) {
            next();
        }
        return at < end;
    }

    private void next() throws IOException {
        int size = number();
        if (size == 0) {
            isOver = true;
            return;
        }
        int length = size & ~NOT_PACKED;
        if (length > largest) {
            throw Lz4Block.damaged();
        }
        int from = keepHistory();
        if (size < 0) {
            end = from + fully(bytes, from, length);
        } else {
            block = block.length < length ? new byte[length] : block;
            fully(block, 0, length);
            end = Lz4Block.unpack(block, length, bytes, isIndependent ? from : 0, from);
        }
        at = from;
        if (hasChecksums) {
            packed.skipNBytes(Integer.BYTES);
        }
    }

    /// Moves the end of what was read to the beginning.
    ///
    /// @return where the next block goes
    private int keepHistory() {
        int kept = Math.min(end, Lz4Block.HISTORY);
        byte[] old = bytes;
        if (old.length == 0) {
            bytes = new byte[Lz4Block.HISTORY + largest];
        }
        System.arraycopy(old, end - kept, bytes, 0, kept);
        return kept;
    }

    private int fully(byte[] into, int offset, int length) throws IOException {
        if (packed.readNBytes(into, offset, length) < length) {
            throw Lz4Block.damaged();
        }
        return length;
    }

    private int one() throws IOException {
        int read = packed.read();
        if (read < 0) {
            throw Lz4Block.damaged();
        }
        return read;
    }

    private int number() throws IOException {
        byte[] four = new byte[Integer.BYTES];
        fully(four, 0, four.length);
        return ByteBuffer.wrap(four).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}
