package io.github.parallelvalidation.data;

import io.github.parallelvalidation.workspace.PlainFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Identifies the bytes of some files by their SHA-256: no file can be made that passes for another. They are
/// read each time, their dates and sizes prove nothing; [KnownContents] spares a process the digest of what it
/// has seen before.
///
/// @param length of all files together
/// @param first, second, third, fourth the digest
record Fingerprint(long length, long first, long second, long third, long fourth) {
    private static final int BUFFER = KeyedSum.WORD * 18_724;

    /// Takes the bytes of files.
    interface Reader {
        void add(byte[] buffer, int count);

        /// Where one file ends and the next begins counts too.
        void end(long size);
    }

    static Fingerprint of(List<Path> files) throws IOException {
        return KnownContents.OF_PROCESS.fingerprint(files);
    }

    /// Computes it.
    static Fingerprint digest(List<Path> files) throws IOException {
        MessageDigest digest = sha256();
        long length = read(files, new Reader() {
            @Override
            public void add(byte[] buffer, int count) {
                digest.update(buffer, 0, count);
            }

            @Override
            public void end(long size) {
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
            }
        });
        ByteBuffer words = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(length, words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /// Passes the bytes of files on, in parts that but for each file's last are equally long.
    ///
    /// @return the length of all files together
    static long read(List<Path> files, Reader reader) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (Path file : files) {
            long before = length;
            try (InputStream stream = PlainFile.stream(file)) {
                for (int count = fill(stream, buffer); count > 0; count = fill(stream, buffer)) {
                    reader.add(buffer, count);
                    length += count;
                }
            }
            reader.end(length - before);
        }
        return length;
    }

    private static int fill(InputStream stream, byte[] buffer) throws IOException {
        return stream.readNBytes(buffer, 0, buffer.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// For the name of a file.
    String text() {
        HexFormat hex = HexFormat.of();
        return String.join(
                "", hex.toHexDigits(first), hex.toHexDigits(second), hex.toHexDigits(third), hex.toHexDigits(fourth));
    }
}
