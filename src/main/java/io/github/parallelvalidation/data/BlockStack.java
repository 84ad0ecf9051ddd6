package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.ColumnRoles;
import io.github.parallelvalidation.format.RowBlock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stack of row blocks that continues in a temporary file when it grows large.
final class BlockStack implements Closeable {
    private static final int IN_MEMORY = 64;
    private static final int COLUMNS = 2 + ColumnRoles.VALUES;
    private static final int BLOCK_BYTES = Long.BYTES * (1 + COLUMNS * RowBlock.SIZE);

    private final Deque<RowBlock> newest = new ArrayDeque<>();
    private @Nullable FileChannel file;
    private @Nullable ByteBuffer bytes;
    private int stored;

    void push(RowBlock block) throws IOException {
        if (newest.size() == IN_MEMORY) {
            store(newest.removeLast());
        }
        RowBlock copy = new RowBlock();
        copy.copyFrom(block);
        newest.addFirst(copy);
    }

    /// @return whether there was one
    boolean pop(RowBlock into) throws IOException {
        RowBlock top = newest.pollFirst();
        if (top != null) {
            into.copyFrom(top);
            return true;
        }
        return stored > 0 && restore(into);
    }

    private void store(RowBlock block) throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("bars", ".spool");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            bytes = ByteBuffer.allocateDirect(BLOCK_BYTES);
        }
        ByteBuffer buffer = Objects.requireNonNull(bytes).clear();
        buffer.putLong(block.length());
        LongBuffer times = buffer.asLongBuffer();
        times.put(block.time).put(block.line);
        DoubleBuffer values = buffer.position(buffer.position() + times.position() * Long.BYTES)
                .asDoubleBuffer();
        for (double[] column : block.values) {
            values.put(column);
        }
        buffer.clear();
        long at = (long) stored * BLOCK_BYTES;
        while (buffer.hasRemaining()) {
            at += file.write(buffer, at);
        }
        stored++;
    }

    private boolean restore(RowBlock into) throws IOException {
        FileChannel channel = Objects.requireNonNull(file);
        ByteBuffer buffer = Objects.requireNonNull(bytes).clear();
        stored--;
        long at = (long) stored * BLOCK_BYTES;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, at);
            if (count < 0) {
                throw new IOException("the temporary file was cut");
            }
            at += count;
        }
        buffer.flip();
        int length = (int) buffer.getLong();
        LongBuffer times = buffer.asLongBuffer();
        times.get(into.time).get(into.line);
        DoubleBuffer values = buffer.position(buffer.position() + times.position() * Long.BYTES)
                .asDoubleBuffer();
        for (double[] column : into.values) {
            values.get(column);
        }
        into.setLength(length);
        return true;
    }

    @Override
    public void close() throws IOException {
        newest.clear();
        if (file != null) {
            file.close();
        }
    }
}
