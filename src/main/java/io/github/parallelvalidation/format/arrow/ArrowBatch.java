package io.github.parallelvalidation.format.arrow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/// Some rows of an Arrow file, column by column in buffers.
public final class ArrowBatch {
    private static final int HEADER_KIND = 1;
    private static final int HEADER = 2;
    private static final int OF_ROWS = 3;

    private static final int LENGTH = 0;
    private static final int NODES = 1;
    private static final int BUFFERS = 2;
    private static final int COMPRESSION = 3;
    private static final int VIEW_BUFFERS = 4;

    private static final int PAIR = 2 * Long.BYTES;
    private static final long NOT_PACKED = -1;

    private final FileChannel file;
    private final long start;
    private final long size;
    private final long rows;
    private final FlatTable.Vector nodes;
    private final FlatTable.Vector buffers;
    private final FlatTable.Vector viewBuffers;
    private final Packing packing;

    /// @param start where the buffers begin in the file
    /// @param size of all of them together
    ArrowBatch(FileChannel file, long start, long size, FlatTable message) throws ArrowException {
        if (message.tiny(HEADER_KIND, 0) != OF_ROWS) {
            throw ArrowException.damaged("what should be rows is something else");
        }
        FlatTable batch = message.required(HEADER);
        this.file = file;
        this.start = start;
        this.size = size;
        this.rows = batch.large(LENGTH, 0);
        this.nodes = batch.vector(NODES, PAIR);
        this.buffers = batch.vector(BUFFERS, PAIR);
        this.viewBuffers = batch.vector(VIEW_BUFFERS, Long.BYTES);
        this.packing = batch.table(COMPRESSION).isPresent()
                ? Packing.of(batch.required(COMPRESSION).tiny(0, 0))
                : Packing.NONE;
        if (rows < 0) {
            throw ArrowException.damaged("it says it has %d rows".formatted(rows));
        }
    }

    public long rows() {
        return rows;
    }

    /// Opens a column of this batch.
    public ArrowColumn column(ArrowField field) throws IOException {
        if (field.node() >= nodes.count() || nodes.large(field.node(), 0) != rows) {
            throw ArrowException.damaged(
                    "the column '%s' does not have as many rows as the table".formatted(field.name()));
        }
        return ArrowColumn.open(this, field, nodes.large(field.node(), Long.BYTES) != 0);
    }

    /// One buffer of a column, unpacked.
    ///
    /// @param index of the buffer among those of the column
    InputStream buffer(ArrowField field, int index) throws IOException {
        long at = (long) field.buffer() + index;
        for (int view = 0; view < field.viewsBefore(); view++) {
            at += view < viewBuffers.count() ? viewBuffers.large(view, 0) : 0;
        }
        if (at < 0 || at >= buffers.count()) {
            throw ArrowException.damaged("the column '%s' has no values".formatted(field.name()));
        }
        long offset = buffers.large((int) at, 0);
        long length = buffers.large((int) at, Long.BYTES);
        if (offset < 0 || length < 0 || offset > size || length > size - offset) {
            throw ArrowException.damaged(
                    "the values of the column '%s' are outside of the file".formatted(field.name()));
        }
        SliceStream raw = new SliceStream(file, start + offset, length);
        return packing == Packing.NONE || length == 0 || isNotPacked(raw) ? raw : packing.unpack(raw);
    }

    /// What did not become smaller is not packed. Else the length that follows from the rows is relied on, not the one
    /// that stands there.
    private static boolean isNotPacked(InputStream raw) throws IOException {
        byte[] length = raw.readNBytes(Long.BYTES);
        return length.length == Long.BYTES
                && ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong() == NOT_PACKED;
    }
}
