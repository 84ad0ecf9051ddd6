package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Writes a file whole: a temporary file in the same folder, forced to disk, renamed over the target, the folder
/// forced. A kill at any instant leaves the old file or the new one. The file's mode, its owner where possible, and a
/// symbolic link to it are kept; a new file is open to nobody to whom its folder is not.
public final class AtomicFile {
    private static final int LINKS = 40;
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private AtomicFile() {}

    /// @throws ProblemException when the file cannot be written; the old one is then still there
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws ProblemException when the file cannot be written; the old one is then still there
    public static void write(Path file, byte[] bytes) {
        writeIf(file, bytes, () -> true);
    }

    /// Writes when the condition still holds after all has been prepared, right before the rename.
    ///
    /// @return whether it was written
    /// @throws ProblemException when the file cannot be written; the old one is then still there
    public static boolean writeIf(Path file, byte[] bytes, BooleanSupplier condition) {
        Path folder;
        try {
            Path target = target(file);
            folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
            Path temporary = StaleTempFiles.temporary(target);
            try {
                writeForced(temporary, target, bytes);
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
            throw new ProblemException(file, "cannot be written, the old content is kept: " + IoReason.of(e), e);
        }
        try {
            forceFolder(folder);
            return true;
        } catch (IOException e) {
            throw new ProblemException(
                    file, "was written, but the disk does not confirm that it will last: " + IoReason.of(e), e);
        }
    }

    /// Adds lines to the end of a file of ours and forces them to disk. Half a line that a kill left there is cut. One
    /// after the other: four workers may end at once, and what another thread is writing is no half line.
    ///
    /// @param lines each with its line break
    /// @throws ProblemException when they cannot be added; none of them is then there
    public static synchronized void append(Path file, String lines) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            long end = endOfLastLine(channel);
            if (end < channel.size()) {
                channel.truncate(end);
            }
            try {
                channel.position(end);
                writeFully(channel, lines.getBytes(StandardCharsets.UTF_8));
                channel.force(false);
            } catch (IOException e) {
                takeBack(channel, end, e);
                throw e;
            }
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be added to, what was there is kept: " + IoReason.of(e), e);
        }
    }

    private static void discard(Path temporary, Exception cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // Nobody reads it, and the next run removes it.
            cause.addSuppressed(e);
        }
    }

    private static void takeBack(FileChannel channel, long end, IOException cause) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            // The next to read or add passes over half a line.
            cause.addSuppressed(e);
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /// The file behind the links, which need not be there yet; its folder is made where no link leads to it.
    private static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int i = 0; Files.isSymbolicLink(target); i++) {
            if (i == LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, "is no regular file");
        }
        Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
        if (!Files.isSymbolicLink(file)) {
            Files.createDirectories(folder);
        } else if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder + ", to which the link leads,");
        }
        return target;
    }

    private static void writeForced(Path temporary, Path target, byte[] bytes) throws IOException {
        PosixFileAttributes old = FileModes.of(target);
        Set<StandardOpenOption> create = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        FileAttribute<?>[] mode = old == null ? new FileAttribute<?>[0] : new FileAttribute<?>[] {PRIVATE};
        try (FileChannel channel = FileChannel.open(temporary, create, mode)) {
            if (old == null) {
                FileModes.narrow(temporary);
            } else {
                FileModes.copy(old, temporary);
            }
            writeFully(channel, bytes);
            channel.force(true);
        }
    }

    private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        // Windows cannot open a folder as a channel and needs no such call.
        if (FileModes.areKnown(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
