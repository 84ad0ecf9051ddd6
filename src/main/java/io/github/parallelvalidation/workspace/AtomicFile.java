package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Writes a file whole: a temporary file in the same folder, forced to disk, renamed over the target, the folder
/// forced. A kill at any instant leaves the old file or the new one. The file's mode, its owner where possible, and a
/// symbolic link to it are kept; a new file is open to nobody to whom its folder is not.
///
/// By itself for what this program keeps outside of all workspaces. Below `.crypto` it is [OwnFile] and [SharedFile]
/// that write, and files that a person named are [NamedFile]'s.
public final class AtomicFile {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private AtomicFile() {}

    /// @throws ProblemException when the file cannot be written; the old one is then still there
    public static void write(Path file, String text) {
        write(file, bytes(text));
    }

    /// The same for what is no text.
    public static void write(Path file, byte[] bytes) {
        Path target;
        try {
            target = Links.end(file);
        } catch (IOException e) {
            throw notWritten(file, e);
        }
        replace(file, target, bytes, true, () -> true);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// @param target where the file is, its links followed
    /// @param forced whether the disk is waited for; where not, a loss of power may leave less than the old file or
    ///     the new one
    /// @param condition asked when all has been prepared, right before the rename
    /// @return whether it was written
    /// @throws ProblemException when the file cannot be written; the old one is then still there
    static boolean replace(Path file, Path target, byte[] bytes, boolean forced, BooleanSupplier condition) {
        return replace(file, target, bytes, forced, condition, _ -> {});
    }

    /// What is done to the temporary file before it gets its name.
    @FunctionalInterface
    interface LastTouch {
        void at(Path temporary) throws IOException;
    }

    /// The same.
    static boolean replace(
            Path file, Path target, byte[] bytes, boolean forced, BooleanSupplier condition, LastTouch last) {
        Path folder;
        try {
            folder = folder(file, target);
            Path temporary = StaleTempFiles.temporary(target);
            try {
                writeNew(temporary, target, bytes, forced);
                last.at(temporary);
                if (!condition.getAsBoolean()) {
                    Files.deleteIfExists(temporary);
                    return false;
                }
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | RuntimeException e) {
                discard(temporary, e);
                throw e;
            }
        } catch (IOException e) {
            throw notWritten(file, e);
        }
        if (!forced) {
            return true;
        }
        try {
            forceFolder(folder);
            return true;
        } catch (IOException e) {
            throw new ProblemException(
                    file, "was written, but the disk does not confirm that it will last: " + IoReason.of(e), e);
        }
    }

    private static ProblemException notWritten(Path file, IOException e) {
        return new ProblemException(file, "cannot be written, the old content is kept: " + IoReason.of(e), e);
    }

    private static void discard(Path temporary, Exception cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // Nobody reads it, and the next run removes it.
            cause.addSuppressed(e);
        }
    }

    /// The folder of the target; it is made where no link leads to it.
    private static Path folder(Path file, Path target) throws IOException {
        BasicFileAttributes old = PathEntry.of(target);
        if (old != null && !old.isRegularFile()) {
            throw new FileSystemException(target.toString(), null, "is no regular file");
        }
        Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
        if (old == null && !Files.isDirectory(folder)) {
            if (PathEntry.isLink(file)) {
                throw new NoSuchFileException(folder + ", to which the link leads,");
            }
            Files.createDirectories(folder);
        }
        return folder;
    }

    private static void writeNew(Path temporary, Path target, byte[] bytes, boolean forced) throws IOException {
        PosixFileAttributes old = FileModes.of(target);
        // Opened only if nothing is there, not even a link.
        Set<StandardOpenOption> create = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        FileAttribute<?>[] mode = old == null ? new FileAttribute<?>[0] : new FileAttribute<?>[] {PRIVATE};
        try (FileChannel channel = FileChannel.open(temporary, create, mode)) {
            if (old == null) {
                FileModes.narrow(temporary);
            } else {
                FileModes.copy(old, temporary);
            }
            writeFully(channel, bytes);
            if (forced) {
                channel.force(true);
            }
        }
    }

    private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    static void forceFolder(Path folder) throws IOException {
        // Windows cannot open a folder as a channel and needs no such call.
        if (FileModes.areKnown(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
