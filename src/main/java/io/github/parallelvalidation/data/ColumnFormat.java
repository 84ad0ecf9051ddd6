package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.ColumnRoles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The file format of the bar cache, little-endian. Blocks of up to [#BLOCK_ROWS] bars, each column contiguous: time,
/// open, high, low, close, volume, then the times of repeated rows that were dropped. After the blocks their index, and
/// last a footer that locates the index and holds its checksum.
final class ColumnFormat {
    /// Goes up whenever the layout changes, or reading the same file would give other bars than before, or none.
    static final int VERSION = 4;

    static final long MAGIC = 0x3153_5241_4256_5000L + VERSION;
    static final int BLOCK_ROWS = 1 << 16;
    static final int COLUMNS = 1 + ColumnRoles.VALUES;

    /// Index entry: offset, rows, repeated rows, first time, last time, checksum.
    static final int ENTRY_BYTES = 6 * Long.BYTES;
    /// Tail: fingerprint (length and SHA-256), timeframe, number of blocks, checksum of index and tail, magic.
    static final int TAIL_BYTES = 9 * Long.BYTES;

    private ColumnFormat() {}

    static long blockBytes(int rows, int repeated) {
        return ((long) rows * COLUMNS + repeated) * Long.BYTES;
    }

    /// Of the bytes between position and limit, which stay where they are.
    static long checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        return checksum.getValue();
    }

    static ByteBuffer allocate(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// What the tail says first: whose bars these are.
    static long[] identity(Fingerprint fingerprint, Timeframe timeframe) {
        return new long[] {
            fingerprint.length(),
            fingerprint.first(),
            fingerprint.second(),
            fingerprint.third(),
            fingerprint.fourth(),
            timeframe.millis()
        };
    }
}
