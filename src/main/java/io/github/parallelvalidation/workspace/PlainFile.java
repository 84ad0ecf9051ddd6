package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The one way to open a file of a workspace for reading. Under any name there can be something else: a named
/// pipe, which is waited for without end, a device, which has no end, or a file larger than the memory. It is
/// refused in words.
public final class PlainFile {
    /// The bits of a Unix file mode that say what kind of file it is.
    private static final int KIND = 0xF000;

    private static final Map<Integer, String> KINDS =
            Map.of(0x1000, "a named pipe", 0x2000, "a device", 0x6000, "a device", 0xC000, "a socket");

    private PlainFile() {}

    /// What stands there where it is no plain file, such as "a named pipe"; links are followed. Empty for a plain file,
    /// and where there is nothing.
    public static Optional<String> otherKind(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? Optional.empty() : Optional.of(kind(file, attributes));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static String kind(Path file, BasicFileAttributes attributes) {
        return attributes.isDirectory() ? "a folder" : special(file);
    }

    private static String special(Path file) {
        try {
            Object mode = Files.getAttribute(file, "unix:mode");
            return mode instanceof Integer bits ? KINDS.getOrDefault(bits & KIND, "no file") : "no file";
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notOnThisSystem) {
            return "no file";
        }
    }

    /// Makes sure that reading it comes to an end.
    ///
    /// @throws UnreadableFileException when it is no plain file
    public static void require(Path file) throws IOException {
        plain(file);
    }

    private static BasicFileAttributes plain(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new UnreadableFileException(
                    "it is %s; a plain file must stand there".formatted(kind(file, attributes)));
        }
        return attributes;
    }

    /// All that stands in it.
    ///
    /// @param most bytes that are read
    /// @throws UnreadableFileException when it is no plain file, or a larger one
    public static byte[] bytes(Path file, int most) throws IOException {
        // Of what is too large nothing is read.
        if (plain(file).size() > most) {
            throw tooLarge(most);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return bytes;
        }
    }

    /// All that stands in a file that is open, from its beginning.
    ///
    /// @throws UnreadableFileException when it is larger than that
    static byte[] bytes(FileChannel channel, int most) throws IOException {
        long size = channel.size();
        if (size > most) {
            throw tooLarge(most);
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) size);
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
            // Until the end.
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static UnreadableFileException tooLarge(int most) {
        return new UnreadableFileException("it is larger than %d MiB, the most that is read".formatted(most >> 20));
    }

    /// For what is read bit by bit, whatever its size.
    ///
    /// @throws UnreadableFileException when it is no plain file
    public static InputStream stream(Path file) throws IOException {
        require(file);
        return Files.newInputStream(file);
    }

    /// The same, for what is read here and there.
    ///
    /// @throws UnreadableFileException when it is no plain file
    public static FileChannel channel(Path file) throws IOException {
        require(file);
        return FileChannel.open(file, StandardOpenOption.READ);
    }
}
