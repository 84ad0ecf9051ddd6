package io.github.parallelvalidation.format.arrow;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a column of one batch from its first row to its last, a few rows at a time: however many rows a file says it
/// has, no more memory is needed than for these.
public final class ArrowColumn implements Closeable {
    private static final int LONGEST_TEXT = 1000;

    private final ArrowField field;
    private final boolean hasNulls;
    private final InputStream validity;
    private final InputStream values;
    private final InputStream text;

    private byte[] present = {};
    private byte[] raw = {};
    private ByteBuffer numbers = little(raw);
    private byte[] letters = {};
    private int[] ends = {};
    private long lastEnd;
    private long row;
    private int bits;

    private ArrowColumn(ArrowField field, boolean hasNulls, List<InputStream> buffers) {
        this.field = field;
        this.hasNulls = hasNulls;
        this.validity = buffers.get(0);
        this.values = buffers.get(1);
        this.text = buffers.get(2);
    }

    static ArrowColumn open(ArrowBatch batch, ArrowField field, boolean hasNulls) throws IOException {
        if (field.type() instanceof ArrowType.Other) {
            throw new ArrowException(
                    "the column '%s' is of the type %s, which is not read".formatted(field.name(), field.typeName()));
        }
        boolean isText = field.type() instanceof ArrowType.Text;
        List<InputStream> opened = new ArrayList<>();
        try {
            opened.add(hasNulls ? batch.buffer(field, 0) : InputStream.nullInputStream());
            opened.add(batch.buffer(field, 1));
            opened.add(isText ? batch.buffer(field, 2) : InputStream.nullInputStream());
            return new ArrowColumn(field, hasNulls, opened);
        } catch (IOException | RuntimeException e) {
            for (InputStream buffer : opened) {
                buffer.close();
            }
            throw e;
        }
    }

    public ArrowField field() {
        return field;
    }

    /// Reads the next rows; those before are forgotten.
    public void read(int count) throws IOException {
        if (hasNulls) {
            readPresence(count);
        }
        switch (field.type()) {
            case ArrowType.Whole(int width, boolean _) -> readNumbers(count, width);
            case ArrowType.Floating(int width) -> readNumbers(count, width);
            case ArrowType.Moment(int width, long _) -> readNumbers(count, width);
            case ArrowType.Text(int width) -> readText(count, width);
            case ArrowType.ViewedText _ -> readNumbers(count, ArrowType.ViewedText.WIDTH);
            case ArrowType.Other _ -> throw new IllegalStateException("was refused");
        }
        row += count;
    }

    private void readPresence(int count) throws IOException {
        present = new byte[count];
        for (int i = 0; i < count; i++) {
            int bit = (int) ((row + i) % Byte.SIZE);
            if (bit == 0) {
                bits = validity.read();
                if (bits < 0) {
                    throw tooShort();
                }
            }
            present[i] = (byte) (bits >> bit & 1);
        }
    }

    private void readNumbers(int count, int width) throws IOException {
        if (raw.length != count * width) {
            raw = new byte[count * width];
            numbers = little(raw);
        }
        if (values.readNBytes(raw, 0, raw.length) < raw.length) {
            throw tooShort();
        }
    }

    /// A text ends where the next begins.
    private void readText(int count, int width) throws IOException {
        if (row == 0) {
            readNumbers(1, width);
            lastEnd = place(0, width);
            text.skipNBytes(Math.max(0, lastEnd));
        }
        readNumbers(count, width);
        ends = new int[count + 1];
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            long end = place(i, width);
            long length = end - lastEnd;
            if (length < 0 || length > LONGEST_TEXT) {
                throw new ArrowException("the column '%s' has a text of %d bytes; %d are the most that is read"
                        .formatted(field.name(), length, LONGEST_TEXT));
            }
            byte[] one = text.readNBytes((int) length);
            if (one.length < length) {
                throw tooShort();
            }
            collected.write(one, 0, one.length);
            ends[i + 1] = collected.size();
            lastEnd = end;
        }
        letters = collected.toByteArray();
    }

    private long place(int index, int width) {
        return width == Integer.BYTES ? numbers.getInt(index * width) : numbers.getLong(index * width);
    }

    private ArrowException tooShort() {
        return ArrowException.damaged("the column '%s' has fewer values than rows".formatted(field.name()));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// @param index among the rows read last
    public boolean isNull(int index) {
        return hasNulls && present[index] == 0;
    }

    /// A whole number, or what a moment counts.
    public long whole(int index) {
        return switch (field.type()) {
            case ArrowType.Whole(int width, boolean isSigned) -> whole(index, width, isSigned);
            case ArrowType.Moment(int width, long _) -> whole(index, width, true);
            default -> throw new IllegalStateException("no whole numbers");
        };
    }

    private long whole(int index, int width, boolean isSigned) {
        long value = switch (width) {
            case Byte.BYTES -> numbers.get(index);
            case Short.BYTES -> numbers.getShort(index * width);
            case Integer.BYTES -> numbers.getInt(index * width);
            default -> numbers.getLong(index * width);
        };
        return isSigned || width == Long.BYTES ? value : value & ((1L << (width * Byte.SIZE)) - 1);
    }

    public double floating(int index) {
        return switch (field.type()) {
            case ArrowType.Floating(int width) ->
                switch (width) {
                    case Short.BYTES -> Float.float16ToFloat(numbers.getShort(index * width));
                    case Float.BYTES -> numbers.getFloat(index * width);
                    default -> numbers.getDouble(index * width);
                };
            default -> throw new IllegalStateException("no numbers with a fraction");
        };
    }

    public byte[] text(int index) throws ArrowException {
        return switch (field.type()) {
            case ArrowType.Text _ -> Arrays.copyOfRange(letters, ends[index], ends[index + 1]);
            case ArrowType.ViewedText _ -> viewed(index * ArrowType.ViewedText.WIDTH);
            default -> throw new IllegalStateException("no text");
        };
    }

    private byte[] viewed(int at) throws ArrowException {
        int length = numbers.getInt(at);
        if (length < 0 || length > ArrowType.ViewedText.INLINE) {
            throw new ArrowException(
                    "the column '%s' has a text of %d bytes in a form of which %d are the most that is read; write it as plain text"
                            .formatted(field.name(), length, ArrowType.ViewedText.INLINE));
        }
        return Arrays.copyOfRange(raw, at + Integer.BYTES, at + Integer.BYTES + length);
    }

    @Override
    public void close() throws IOException {
        try (validity;
                values) {
            text.close();
        }
    }
}
