package io.github.parallelvalidation.format.arrow;

/// Unpacks blocks of LZ4: literals, and copies of what came up to 64 KiB before.
final class Lz4Block {
    /// As far back as a copy may reach.
    static final int HISTORY = 1 << 16;

    private static final int LONG = 15;
    private static final int SHORTEST_COPY = 4;
    private static final int BYTE = 0xFF;

    private final byte[] packed;
    private final int end;
    private final byte[] bytes;
    private int at;

    private Lz4Block(byte[] packed, int end, byte[] bytes) {
        this.packed = packed;
        this.end = end;
        this.bytes = bytes;
    }

    /// @param length of what is packed
    /// @param bytes take what is unpacked, behind what may be copied
    /// @param oldest where that begins
    /// @param from where the unpacked bytes are put
    /// @return where they end
    static int unpack(byte[] packed, int length, byte[] bytes, int oldest, int from) throws ArrowException {
        return new Lz4Block(packed, length, bytes).unpack(oldest, from);
    }

    private int unpack(int oldest, int from) throws ArrowException {
        int to = from;
        while (true) {
            int token = next();
            int literals = length(token >>> 4);
            if (literals > end - at || literals > bytes.length - to) {
                throw damaged();
            }
            System.arraycopy(packed, at, bytes, to, literals);
            at += literals;
            to += literals;
            if (at == end) {
                // The last literals are followed by no copy.
                return to;
            }
            int back = next() | next() << Byte.SIZE;
            int count = length(token & LONG) + SHORTEST_COPY;
            if (back == 0 || back > to - oldest || count > bytes.length - to) {
                throw damaged();
            }
            copy(to - back, to, count);
            to += count;
        }
    }

    /// What is copied may be what is just being written.
    private void copy(int source, int to, int count) {
        if (to - source >= count) {
            System.arraycopy(bytes, source, bytes, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            bytes[to + i] = bytes[source + i];
        }
    }

    /// A block has no more than some megabytes, and so this is no more than a thousand of them.
    private int length(int start) throws ArrowException {
        int length = start;
        if (start == LONG) {
            int more;
            do {
                more = next();
                length += more;
            } while (more == BYTE);
        }
        return length;
    }

    private int next() throws ArrowException {
        if (at == end) {
            throw damaged();
        }
        return packed[at++] & BYTE;
    }

    static ArrowException damaged() {
        return ArrowException.damaged("what is packed in it cannot be unpacked");
    }
}
