package io.github.parallelvalidation.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// Identifies the bytes of some files by their length and two checksums. Two, because collisions of one 32-bit checksum
/// would come too soon; both are computed by processor instructions even before Java is warm.
///
/// @param length of all files together
record Fingerprint(long length, int crc32, int crc32c) {
    private static final int BUFFER = 1 << 17;

    static Fingerprint of(List<Path> files) throws IOException {
        Checksum first = new CRC32();
        Checksum second = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (Path file : files) {
            long before = length;
            try (InputStream stream = Files.newInputStream(file)) {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    first.update(buffer, 0, count);
                    second.update(buffer, 0, count);
                    length += count;
                }
            }
            // Where one file ends and the next begins counts too.
            byte[] size =
                    ByteBuffer.allocate(Long.BYTES).putLong(length - before).array();
            first.update(size, 0, size.length);
            second.update(size, 0, size.length);
        }
        return new Fingerprint(length, (int) first.getValue(), (int) second.getValue());
    }

    /// For the name of a file. Put together the plain way: a format string costs a cold Java more than all else here.
    String text() {
        return String.join("-", Integer.toHexString(crc32), Integer.toHexString(crc32c), Long.toHexString(length));
    }
}
