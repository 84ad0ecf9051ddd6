package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// The one way to write what this program alone writes below `.crypto`: plans, results, logs, records. Never through a
/// link, neither one in the place of the file nor one among its folders that leads out of the workspace; refused in
/// words instead. Files that others write too go through [SharedFile].
public final class OwnFile {
    private OwnFile() {}

    /// Makes sure, before anything is written, that this file may be.
    ///
    /// @throws ProblemException when it is a link or leads out of the workspace
    public static void require(Path file) {
        WriteGate.own(file);
    }

    /// Makes sure, before anything is written, that this program may write in a folder.
    ///
    /// @throws ProblemException when it leads out of the workspace
    public static void requireFolder(Path folder) {
        WriteGate.folder(folder);
    }

    /// Writes the whole file; a kill at any instant leaves the old one or the new one.
    ///
    /// @throws ProblemException when it may not or cannot be written; the old one is then still there
    public static void write(Path file, String text) {
        AtomicFile.replace(file, WriteGate.own(file), AtomicFile.bytes(text), true, () -> isStillOwn(file));
    }

    /// Writes the whole file without waiting for the disk; a kill at any instant leaves the old one or the new one. For
    /// what says itself whether it is whole, and can be made again where a loss of power took it.
    ///
    /// @throws ProblemException when it may not or cannot be written; the old one is then still there
    public static void writeUnforced(Path file, String text) {
        AtomicFile.replace(file, WriteGate.own(file), AtomicFile.bytes(text), false, () -> isStillOwn(file));
    }

    /// Adds lines to the end of a file and forces them to disk. Half a line that a kill left there is cut.
    ///
    /// @param lines each with its line break
    /// @throws ProblemException when they may not or cannot be added; none of them is then there
    public static void append(Path file, String lines) {
        try (GrowingFile growing = new GrowingFile(file)) {
            growing.append(lines, true);
        }
    }

    /// A file to write into as things come, in a folder that is there; what was in it is gone.
    ///
    /// @throws ProblemException when it may not be written
    public static FileChannel empty(Path file) throws IOException {
        WriteGate.own(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            WriteGate.own(file);
            channel.truncate(0);
            FileModes.narrow(file);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Makes a folder with those above it.
    ///
    /// @throws ProblemException when it leads out of the workspace
    public static void folder(Path folder) throws IOException {
        WriteGate.folder(folder);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            WriteGate.folder(folder);
        }
    }

    /// Moves a file to another name in the workspace; a link is moved itself.
    ///
    /// @throws ProblemException when one of the two folders leads out of the workspace
    public static void move(Path file, Path to) throws IOException {
        WriteGate.folder(folderOf(file));
        WriteGate.own(to);
        Files.move(file, to);
    }

    /// Puts a folder that was made beside its place into it, whole: until then there is none of that name.
    ///
    /// @throws ProblemException when something of that name is there, or one of the two leads out of the workspace
    public static void place(Path folder, Path to) {
        WriteGate.own(folder);
        WriteGate.own(to);
        try {
            if (PathEntry.exists(to)) {
                throw new ProblemException(Problem.of(to, "is there already, and was left alone"));
            }
            Files.move(folder, to, StandardCopyOption.ATOMIC_MOVE);
            AtomicFile.forceFolder(folderOf(to));
        } catch (IOException e) {
            throw new ProblemException(to, "cannot be made: " + IoReason.of(e), e);
        }
    }

    /// Copies a file of the workspace with its mode. A link is none.
    ///
    /// @param most bytes that are copied
    /// @throws ProblemException when it cannot be read or written, is larger, or one of the two leads out of the
    ///     workspace
    public static void copy(Path file, Path to, int most) {
        Path target = WriteGate.own(to);
        WriteGate.own(file);
        try {
            byte[] bytes = PlainFile.bytes(file, most);
            AtomicFile.replace(
                    to,
                    target,
                    bytes,
                    true,
                    () -> isStillOwn(to),
                    temporary -> FileModes.copyPermissions(file, temporary));
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be copied: " + IoReason.of(e), e);
        }
    }

    /// Removes a file, where there is one.
    ///
    /// @throws ProblemException when it is a link, leads out of the workspace or cannot be removed
    public static void remove(Path file) {
        if (!PathEntry.exists(file)) {
            return;
        }
        WriteGate.own(file);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be removed: " + IoReason.of(e), e);
        }
    }

    /// Takes away a link that stands where a file is to be written. What it leads to stays.
    ///
    /// @throws ProblemException when it cannot be removed, or is reached through a link that leads out of the
    ///     workspace
    public static void unlink(Path file) {
        if (PathEntry.isLink(file)) {
            WriteGate.folder(folderOf(file));
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new ProblemException(file, "is a link and cannot be removed: " + IoReason.of(e), e);
            }
        }
    }

    /// Removes a folder with all that is in it, where it is one; links in it are not followed.
    ///
    /// @throws ProblemException when it cannot be removed, or is reached through a link that leads out of the
    ///     workspace
    public static void removeFolder(Path folder) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            WriteGate.own(folder);
            try {
                TemporaryFolder.remove(folder);
            } catch (IOException e) {
                throw new ProblemException(folder, "cannot be removed: " + IoReason.of(e), e);
            }
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    }

    private static boolean isStillOwn(Path file) {
        WriteGate.own(file);
        return true;
    }
}
