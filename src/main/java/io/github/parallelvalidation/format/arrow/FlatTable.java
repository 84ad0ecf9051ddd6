package io.github.parallelvalidation.format.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A table of a FlatBuffer, the form in which an Arrow file describes its data. Each place is checked
/// before it is looked at: in a damaged file it may be anywhere.
final class FlatTable {
    private static final int HEAD = 4;

    private final ByteBuffer bytes;
    private final int start;
    /// Where the places of the fields are listed.
    private final int fields;
    private final int size;

    private FlatTable(ByteBuffer bytes, int start) throws ArrowException {
        this.bytes = bytes;
        this.start = start;
        this.fields = checked(bytes, (long) start - number(bytes, start), HEAD);
        this.size = bytes.getShort(fields) & 0xFFFF;
        checked(bytes, fields, Math.max(HEAD, size));
    }

    /// The outermost table.
    static FlatTable root(byte[] bytes, int from) throws ArrowException {
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes, from, bytes.length - from).slice().order(ByteOrder.LITTLE_ENDIAN);
        return new FlatTable(buffer, pointer(buffer, 0));
    }

    int number(int field, int absent) throws ArrowException {
        int at = place(field, Integer.BYTES);
        return at < 0 ? absent : bytes.getInt(at);
    }

    int small(int field, int absent) throws ArrowException {
        int at = place(field, Short.BYTES);
        return at < 0 ? absent : bytes.getShort(at);
    }

    int tiny(int field, int absent) throws ArrowException {
        int at = place(field, Byte.BYTES);
        return at < 0 ? absent : bytes.get(at);
    }

    long large(int field, long absent) throws ArrowException {
        int at = place(field, Long.BYTES);
        return at < 0 ? absent : bytes.getLong(at);
    }

    String text(int field) throws ArrowException {
        int at = place(field, Integer.BYTES);
        if (at < 0) {
            return "";
        }
        int text = pointer(bytes, at);
        int length = number(bytes, text);
        int from = checked(bytes, (long) text + Integer.BYTES, length);
        return StandardCharsets.UTF_8.decode(bytes.slice(from, length)).toString();
    }

    Optional<FlatTable> table(int field) throws ArrowException {
        int at = place(field, Integer.BYTES);
        return at < 0 ? Optional.empty() : Optional.of(new FlatTable(bytes, pointer(bytes, at)));
    }

    /// The table of a field without which nothing can be read.
    FlatTable required(int field) throws ArrowException {
        return table(field).orElseThrow(() -> ArrowException.damaged("its description has a hole"));
    }

    /// @param width of one element in bytes
    Vector vector(int field, int width) throws ArrowException {
        int at = place(field, Integer.BYTES);
        if (at < 0) {
            return new Vector(0, 0, width);
        }
        int vector = pointer(bytes, at);
        int count = number(bytes, vector);
        long length = (long) count * width;
        if (count < 0 || length > bytes.limit()) {
            throw outside();
        }
        return new Vector(checked(bytes, (long) vector + Integer.BYTES, (int) length), count, width);
    }

    /// Elements of equal width, one behind the other.
    final class Vector {
        private final int from;
        private final int count;
        private final int width;

        private Vector(int from, int count, int width) {
            this.from = from;
            this.count = count;
            this.width = width;
        }

        int count() {
            return count;
        }

        FlatTable table(int index) throws ArrowException {
            return new FlatTable(bytes, pointer(bytes, from + index * width));
        }

        /// @param offset in the element
        long large(int index, int offset) {
            return bytes.getLong(from + index * width + offset);
        }

        /// @param offset in the element
        int number(int index, int offset) {
            return bytes.getInt(from + index * width + offset);
        }
    }

    /// Where a field is, or -1 where it is left out.
    private int place(int field, int width) throws ArrowException {
        int entry = HEAD + field * Short.BYTES;
        int offset = entry + Short.BYTES > size ? 0 : bytes.getShort(fields + entry) & 0xFFFF;
        return offset == 0 ? -1 : checked(bytes, (long) start + offset, width);
    }

    private static int pointer(ByteBuffer bytes, int at) throws ArrowException {
        return checked(bytes, at + (number(bytes, at) & 0xFFFF_FFFFL), Integer.BYTES);
    }

    private static int number(ByteBuffer bytes, int at) throws ArrowException {
        return bytes.getInt(checked(bytes, at, Integer.BYTES));
    }

    private static int checked(ByteBuffer bytes, long at, int length) throws ArrowException {
        if (at < 0 || length < 0 || at + length > bytes.limit()) {
            throw outside();
        }
        return (int) at;
    }

    private static ArrowException outside() {
        return ArrowException.damaged("its description points outside of itself");
    }
}
