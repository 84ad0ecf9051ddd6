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

/// Identifies the bytes of some files by their SHA-256: no file can be made that passes for another. [KnownContents]
/// spares a process the digest of what it has read before.
///
/// @param length of all files together
/// @param first, second, third, fourth the digest
record Fingerprint(long length, long first, long second, long third, long fourth) {
    private static final int BUFFER = 128 * 1024;

    /// Of each of the four numbers.
    private static final int DIGITS = 16;

    /// Computes it.
    static Fingerprint digest(List<Path> files) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (Path file : files) {
            long size = 0;
            try (InputStream stream = PlainFile.stream(file)) {
                for (int count = stream.read(buffer); count > 0; count = stream.read(buffer)) {
                    digest.update(buffer, 0, count);
                    size += count;
                }
            }
            // Where one file ends and the next begins counts too.
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
            length += size;
        }
        ByteBuffer words = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(length, words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// What [#text] wrote.
    ///
    /// @param text 64 hexadecimal digits
    static Fingerprint parse(long length, String text) {
        long[] words = new long[4];
        for (int i = 0; i < words.length; i++) {
            words[i] = Long.parseUnsignedLong(text, i * DIGITS, (i + 1) * DIGITS, 16);
        }
        return new Fingerprint(length, words[0], words[1], words[2], words[3]);
    }

    /// For the name of a file.
    String text() {
        HexFormat hex = HexFormat.of();
        return String.join(
                "", hex.toHexDigits(first), hex.toHexDigits(second), hex.toHexDigits(third), hex.toHexDigits(fourth));
    }
}
