package io.github.parallelvalidation.format.arrow;

import io.github.parallelvalidation.workspace.PlainFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An Arrow file: batches of rows, and a description of them at its end.
public final class ArrowFile implements Closeable {
    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    /// Behind the description: its length and the signature once more.
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    /// A description of ten thousand columns needs a tenth of it.
    private static final int MOST_DESCRIPTION = 16 << 20;

    private static final int SCHEMA = 1;
    private static final int BATCHES = 3;
    private static final int BATCH_WIDTH = 24;

    private final FileChannel file;
    private final long size;
    private final List<ArrowField> fields;
    private final List<Place> places = new ArrayList<>();

    /// Where a batch is.
    private record Place(long start, int description, long body) {}

    private ArrowFile(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
        FlatTable description = FlatTable.root(description(), 0);
        this.fields = ArrowSchema.read(description.required(SCHEMA));
        FlatTable.Vector batches = description.vector(BATCHES, BATCH_WIDTH);
        for (int i = 0; i < batches.count(); i++) {
            places.add(place(batches.large(i, 0), batches.number(i, Long.BYTES), batches.large(i, 2 * Long.BYTES)));
        }
    }

    /// @throws ArrowException when it is damaged or holds what is not read
    public static ArrowFile open(Path path) throws IOException {
        FileChannel file = PlainFile.channel(path);
        try {
            return new ArrowFile(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private byte[] description() throws IOException {
        if (size < MAGIC.length + TAIL) {
            throw cut();
        }
        byte[] tail = bytes(size - TAIL, TAIL);
        if (!Arrays.equals(tail, Integer.BYTES, TAIL, MAGIC, 0, MAGIC.length)) {
            throw cut();
        }
        int length = little(tail).getInt(0);
        if (length < 0 || length > size - TAIL) {
            throw ArrowException.damaged("its description is said to have %d bytes".formatted(length));
        }
        return bytes(size - TAIL - length, length);
    }

    private static ArrowException cut() {
        return new ArrowException("it has no end; it was not written, copied or downloaded whole");
    }

    private Place place(long start, int description, long body) throws ArrowException {
        if (start < 0
                || description <= 0
                || body < 0
                || start > size - description
                || body > size - description - start) {
            throw ArrowException.damaged("a part of it is said to be where it has no bytes");
        }
        return new Place(start, description, body);
    }

    private byte[] bytes(long from, int length) throws IOException {
        if (length > MOST_DESCRIPTION) {
            throw new ArrowException(
                    "its description is larger than %d MiB, the most that is read".formatted(MOST_DESCRIPTION >> 20));
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw cut();
            }
        }
        return bytes.array();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Its columns.
    public List<ArrowField> fields() {
        return fields;
    }

    public int batches() {
        return places.size();
    }

    /// @param index from 0
    public ArrowBatch batch(int index) throws IOException {
        Place place = places.get(index);
        byte[] bytes = bytes(place.start(), place.description());
        // Before the description stands its length; since 2019 behind four bytes that no length can have.
        int head = bytes.length >= Integer.BYTES && little(bytes).getInt(0) == -1 ? 2 * Integer.BYTES : Integer.BYTES;
        if (bytes.length < head) {
            throw ArrowException.damaged("a part of it has no description");
        }
        return new ArrowBatch(file, place.start() + place.description(), place.body(), FlatTable.root(bytes, head));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
