package io.github.parallelvalidation.data;

import static io.github.parallelvalidation.data.ColumnFormat.BLOCK_ROWS;

import io.github.parallelvalidation.format.ColumnRoles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Writes bars to a file of the bar cache as they are read.
final class ColumnWriter implements BarSink, Closeable {
    private final FileChannel channel;
    private final List<long[]> index = new ArrayList<>();
    private final long[] time = new long[BLOCK_ROWS];
    private final double[][] values = new double[ColumnRoles.VALUES][BLOCK_ROWS];
    private final Times repeated = new Times();
    private ByteBuffer bytes = ColumnFormat.allocate(ColumnFormat.blockBytes(BLOCK_ROWS, 0));
    private int rows;

    ColumnWriter(FileChannel channel) {
        this.channel = channel;
    }

    /// @param file which is not there yet
    static ColumnWriter create(Path file) throws IOException {
        return new ColumnWriter(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
    }

    @Override
    public void add(long at, double open, double high, double low, double close, double volume) {
        if (rows == BLOCK_ROWS) {
            writeBlock();
        }
        time[rows] = at;
        values[ColumnRoles.OPEN][rows] = open;
        values[ColumnRoles.HIGH][rows] = high;
        values[ColumnRoles.LOW][rows] = low;
        values[ColumnRoles.CLOSE][rows] = close;
        values[ColumnRoles.VOLUME][rows] = volume;
        rows++;
    }

    @Override
    public void duplicate(long at) {
        repeated.add(at);
    }

    /// Writes the last block, the index and the tail.
    void finish(Fingerprint fingerprint, Timeframe timeframe) {
        writeBlock();
        long entries = (long) index.size() * ColumnFormat.ENTRY_BYTES;
        ByteBuffer end = ColumnFormat.allocate(entries + ColumnFormat.TAIL_BYTES);
        for (long[] entry : index) {
            for (long value : entry) {
                end.putLong(value);
            }
        }
        for (long value : ColumnFormat.identity(fingerprint, timeframe)) {
            end.putLong(value);
        }
        end.putLong(index.size());
        end.putLong(ColumnFormat.checksum(end.duplicate().flip()));
        end.putLong(ColumnFormat.MAGIC);
        write(end.flip());
    }

    private void writeBlock() {
        if (rows == 0) {
            return;
        }
        long size = ColumnFormat.blockBytes(rows, repeated.length());
        if (size > bytes.capacity()) {
            bytes = ColumnFormat.allocate(size);
        }
        bytes.clear();
        bytes.asLongBuffer().put(time, 0, rows);
        bytes.position(rows * Long.BYTES);
        DoubleBuffer columns = bytes.asDoubleBuffer();
        for (double[] column : values) {
            columns.put(column, 0, rows);
        }
        bytes.position(ColumnFormat.COLUMNS * rows * Long.BYTES);
        for (int i = 0; i < repeated.length(); i++) {
            bytes.putLong(repeated.get(i));
        }
        bytes.flip();
        index.add(new long[] {position(), rows, repeated.length(), time[0], time[rows - 1], ColumnFormat.checksum(bytes)
        });
        write(bytes);
        rows = 0;
        repeated.clear();
    }

    private long position() {
        try {
            return channel.position();
        } catch (IOException e) {
            throw new CacheFailure(e);
        }
    }

    private void write(ByteBuffer buffer) {
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new CacheFailure(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
