package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.ColumnRoles;
import io.github.parallelvalidation.workspace.PlainFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Reads a file of the bar cache by memory mapping; only the blocks that are asked for are touched.
public final class ColumnReader {
    private final FileChannel file;
    private final long[][] index;

    private ColumnReader(FileChannel file, long[][] index) {
        this.file = file;
        this.index = index;
    }

    /// An operation on an open cache file.
    interface Use<T> {
        T of(ColumnReader columns) throws IOException, DamagedException;
    }

    /// @throws DamagedException when it is not whole, or holds other bars
    static <T> T read(Path file, Fingerprint fingerprint, Timeframe timeframe, Use<T> use)
            throws IOException, DamagedException {
        try (FileChannel channel = PlainFile.channel(file)) {
            return use.of(new ColumnReader(channel, index(channel, ColumnFormat.identity(fingerprint, timeframe))));
        }
    }

    private static long[][] index(FileChannel file, long[] identity) throws IOException, DamagedException {
        long tail = file.size() - ColumnFormat.TAIL_BYTES;
        check(tail >= 0, "its end is not there");
        ByteBuffer end = map(file, tail, ColumnFormat.TAIL_BYTES);
        check(end.getLong(ColumnFormat.TAIL_BYTES - Long.BYTES) == ColumnFormat.MAGIC, "its end is not there");
        long blocks = end.getLong(identity.length * Long.BYTES);
        check(blocks > 0 && blocks <= tail / ColumnFormat.ENTRY_BYTES, "its index is damaged");
        long start = tail - blocks * ColumnFormat.ENTRY_BYTES;
        int sum = (identity.length + 1) * Long.BYTES;
        ByteBuffer entries = map(file, start, tail + sum - start);
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

    private static ByteBuffer map(FileChannel file, long from, long length) throws IOException {
        return file.map(FileChannel.MapMode.READ_ONLY, from, length).order(ByteOrder.LITTLE_ENDIAN);
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
    long rowAfter(long instant) throws IOException {
        for (int block = 0; block < index.length; block++) {
            if (index[block][4] > instant) {
                LongBuffer times = times(block);
                int low = 0;
                int high = times.limit() - 1;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (times.get(middle) > instant) {
                        high = middle;
                    } else {
                        low = middle + 1;
                    }
                }
                return (long) block * ColumnFormat.BLOCK_ROWS + low;
            }
        }
        return length();
    }

    long time(long row) throws IOException {
        return times((int) (row / ColumnFormat.BLOCK_ROWS)).get((int) (row % ColumnFormat.BLOCK_ROWS));
    }

    private LongBuffer times(int block) throws IOException {
        return map(file, index[block][0], index[block][1] * Long.BYTES).asLongBuffer();
    }

    /// The bars from a row on, and how many rows repeated one of them.
    ///
    /// @throws DamagedException when one of the blocks needed is not as it was written
    Columns from(long row) throws IOException, DamagedException {
        int length = Math.toIntExact(length() - row);
        Columns columns = new Columns(length);
        int to = 0;
        for (int block = (int) (row / ColumnFormat.BLOCK_ROWS); block < index.length; block++) {
            int skip = to == 0 ? (int) (row % ColumnFormat.BLOCK_ROWS) : 0;
            to += copy(index[block], skip, columns, to);
        }
        return columns;
    }

    private int copy(long[] entry, int skip, Columns columns, int to) throws IOException, DamagedException {
        long start = entry[0];
        int rows = (int) entry[1];
        int repeated = (int) entry[2];
        ByteBuffer block = map(file, start, ColumnFormat.blockBytes(rows, repeated));
        check(ColumnFormat.checksum(block) == entry[5], "a block of it is damaged");
        int count = rows - skip;
        block.asLongBuffer().position(skip).get(columns.time(), to, count);
        DoubleBuffer values = block.position(rows * Long.BYTES).asDoubleBuffer();
        for (int i = 0; i < ColumnRoles.VALUES; i++) {
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

    /// The cache file fails its checks; the message says how, as a half sentence.
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }
}
