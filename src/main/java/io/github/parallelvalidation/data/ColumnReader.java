package io.github.parallelvalidation.data;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads a file of the bar cache, mapped; only the blocks that are asked for are touched.
final class ColumnReader {
    private final MemorySegment bytes;
    private final long[][] index;

    private ColumnReader(MemorySegment bytes, long[][] index) {
        this.bytes = bytes;
        this.index = index;
    }

    /// What is made of an open file.
    interface Use<T> {
        T of(ColumnReader columns) throws DamagedException;
    }

    /// @throws DamagedException when it is not whole, or holds other bars
    static <T> T read(Path file, Fingerprint fingerprint, Timeframe timeframe, Use<T> use)
            throws IOException, DamagedException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return use.of(new ColumnReader(bytes, index(bytes, ColumnFormat.identity(fingerprint, timeframe))));
        }
    }

    private static long[][] index(MemorySegment bytes, long[] identity) throws DamagedException {
        long tail = bytes.byteSize() - ColumnFormat.TAIL_BYTES;
        check(tail >= 0, "its end is not there");
        ByteBuffer end = buffer(bytes, tail, ColumnFormat.TAIL_BYTES);
        check(end.getLong(ColumnFormat.TAIL_BYTES - Long.BYTES) == ColumnFormat.MAGIC, "its end is not there");
        long blocks = end.getLong(identity.length * Long.BYTES);
        check(blocks > 0 && blocks <= tail / ColumnFormat.ENTRY_BYTES, "its index is damaged");
        long start = tail - blocks * ColumnFormat.ENTRY_BYTES;
        int sum = (identity.length + 1) * Long.BYTES;
        ByteBuffer entries = buffer(bytes, start, tail + sum - start);
        check(ColumnFormat.checksum(entries) == end.getLong(sum), "its index is damaged");
        for (int i = 0; i < identity.length; i++) {
            check(end.getLong(i * Long.BYTES) == identity[i], "it holds other bars");
        }
        long[][] index = new long[(int) blocks][ColumnFormat.ENTRY_BYTES / Long.BYTES];
        LongBuffer values = entries.asLongBuffer();
        for (long[] entry : index) {
            values.get(entry);
        }
        return index;
    }

    private static ByteBuffer buffer(MemorySegment bytes, long from, long length) {
        return bytes.asSlice(from, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The number of bars.
    long length() {
        long[] last = index[index.length - 1];
        return (long) (index.length - 1) * ColumnFormat.BLOCK_ROWS + last[1];
    }

    /// Open time of the last bar.
    long last() {
        return index[index.length - 1][4];
    }

    /// The row of the first bar that opens after an instant.
    long rowAfter(long instant) {
        for (int block = 0; block < index.length; block++) {
            if (index[block][4] > instant) {
                long row = (long) block * ColumnFormat.BLOCK_ROWS;
                int low = 0;
                int high = (int) index[block][1] - 1;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (time(row + middle) > instant) {
                        high = middle;
                    } else {
                        low = middle + 1;
                    }
                }
                return row + low;
            }
        }
        return length();
    }

    long time(long row) {
        long[] block = index[(int) (row / ColumnFormat.BLOCK_ROWS)];
        long at = block[0] + row % ColumnFormat.BLOCK_ROWS * Long.BYTES;
        return buffer(bytes, at, Long.BYTES).getLong();
    }

    /// The bars from a row on, and how many rows repeated one of them.
    ///
    /// @throws DamagedException when one of the blocks needed is not as it was written
    Columns from(long row) throws DamagedException {
        int length = Math.toIntExact(length() - row);
        Columns columns = new Columns(length);
        int to = 0;
        for (int block = (int) (row / ColumnFormat.BLOCK_ROWS); block < index.length; block++) {
            int skip = to == 0 ? (int) (row % ColumnFormat.BLOCK_ROWS) : 0;
            to += copy(index[block], skip, columns, to);
        }
        return columns;
    }

    private int copy(long[] entry, int skip, Columns columns, int to) throws DamagedException {
        long start = entry[0];
        int rows = (int) entry[1];
        int repeated = (int) entry[2];
        ByteBuffer block = buffer(bytes, start, ColumnFormat.blockBytes(rows, repeated));
        check(ColumnFormat.checksum(block) == entry[5], "a block of it is damaged");
        int count = rows - skip;
        block.asLongBuffer().position(skip).get(columns.time(), to, count);
        DoubleBuffer values = block.position(rows * Long.BYTES).asDoubleBuffer();
        for (int i = 0; i < Roles.VALUES; i++) {
            values.position(i * rows + skip).get(columns.values(i), to, count);
        }
        block.position(ColumnFormat.COLUMNS * rows * Long.BYTES);
        for (int i = 0; i < repeated; i++) {
            columns.repeated().add(block.getLong());
        }
        return count;
    }

    private static void check(boolean holds, String otherwise) throws DamagedException {
        if (!holds) {
            throw new DamagedException(otherwise);
        }
    }

    /// The file is not as it was written; the message says how, as a half sentence.
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }
}
