package io.github.parallelvalidation.format.arrow;

import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// How the buffers of a batch are packed.
enum Packing {
    NONE,
    LZ4,
    ZSTD;

    /// As far back as packed data may refer, as a power of two: eight megabytes, for each column that is open.
    private static final int WINDOW = 23;

    static Packing of(int codec) throws ArrowException {
        return switch (codec) {
            case 0 -> LZ4;
            case 1 -> ZSTD;
            default -> throw new ArrowException("it is packed in an unknown way; write it with lz4, zstd or unpacked");
        };
    }

    InputStream unpack(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case LZ4 -> new Lz4Stream(packed);
            case ZSTD -> new Unpacked(zstd(packed));
        };
    }

    private static InputStream zstd(InputStream packed) throws IOException {
        try {
            return new ZstdInputStream(packed).setLongMax(WINDOW);
        } catch (LinkageError e) {
            throw new ArrowException(
                    "it is packed with zstd, whose library cannot be loaded here (%s); write it with lz4"
                            .formatted(e.getMessage()));
        }
    }

    /// What does not unpack is damaged, in whatever way the library says so.
    private static final class Unpacked extends FilterInputStream {
        Unpacked(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (RuntimeException e) {
                throw Lz4Block.damaged();
            } catch (IOException e) {
                throw e.getCause() instanceof RuntimeException ? Lz4Block.damaged() : e;
            }
        }
    }
}
