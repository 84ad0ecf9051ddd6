package io.github.parallelvalidation.workspace;

import io.github.parallelvalidation.process.ProcessIdentity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// The lock of a workspace: one orchestrator at a time. The operating system drops the lock when its holder dies, so no
/// lock is ever stale; the file beside it only says who the holder is, and is never removed (removing it would let two
/// in).
///
/// POSIX gives up a process's locks on a file as soon as the process closes *any* channel to that file. So this
/// program never opens a lock file again while it holds it, and remembers for itself what it holds.
public final class WorkspaceLock implements AutoCloseable {
    private static final Map<Path, String> HELD = new HashMap<>();
    /// Somebody who only looks who the holder is has the file locked for an instant.
    private static final int TRIES = 5;
    private static final Pattern LOCKLESS =
            Pattern.compile("No locks available|not implemented|not supported", Pattern.CASE_INSENSITIVE);

    private final Workspace workspace;
    private final Path file;
    private FileChannel channel;
    private Optional<Object> identity;

    private WorkspaceLock(Workspace workspace, Path file, FileChannel channel) {
        this.workspace = workspace;
        this.file = file;
        this.channel = channel;
        this.identity = identity(file);
    }

    /// @throws LockedException when another run holds the workspace; the message says who
    /// @throws ProblemException when the lock file cannot be written, or a link leads out of the workspace
    public static WorkspaceLock acquire(Workspace workspace) {
        workspace.requireWritable();
        Path file = real(workspace);
        // Who looks and who takes do so one after another: closing a channel would give up the other's lock.
        synchronized (HELD) {
            String holder = HELD.get(file);
            if (holder != null) {
                throw locked(holder);
            }
            try {
                FileChannel taken = taken(workspace, file);
                return new WorkspaceLock(workspace, file, taken);
            } catch (IOException e) {
                throw new ProblemException(file, "the workspace cannot be locked: " + reason(e), e);
            }
        }
    }

    private static FileChannel taken(Workspace workspace, Path file) throws IOException {
        boolean isNew = !PathEntry.exists(file);
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        boolean kept = false;
        try {
            if (isNew) {
                FileModes.narrow(file);
            }
            lock(channel);
            String me = me();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(me.getBytes(StandardCharsets.UTF_8)));
            workspace.removeLeftovers();
            TemporaryFolder.removeAbandoned();
            HELD.put(file, me);
            kept = true;
        } finally {
            if (!kept) {
                channel.close();
            }
        }
        return channel;
    }

    /// Whether the file that is locked is still in its place. Where it is not, others could lock the one that is.
    public boolean isWhole() {
        synchronized (HELD) {
            return identity.isPresent() && identity.equals(identity(file));
        }
    }

    /// Locks the file that is in its place now, or a new one there.
    ///
    /// @return false when another process has done so before
    /// @throws ProblemException when it cannot be written
    public boolean retake() {
        synchronized (HELD) {
            try {
                FileChannel before = channel;
                channel = taken(workspace, file);
                identity = identity(file);
                before.close();
                return true;
            } catch (LockedException bySomebodyElse) {
                return false;
            } catch (IOException e) {
                throw new ProblemException(file, "the workspace cannot be locked: " + reason(e), e);
            }
        }
    }

    /// Identifies the file that is in this place; empty where there is none.
    private static Optional<Object> identity(Path file) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            // Where files have no such key, they cannot be removed while they are open.
            return Optional.of(found.fileKey() == null ? file : found.fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// Who held the lock last, or holds it, by its file; empty where there is none that can be read. Who holds it now
    /// is not asked.
    public static String lastHolder(Workspace workspace) {
        Path file = real(workspace);
        synchronized (HELD) {
            String own = HELD.get(file);
            if (own != null || !PathEntry.isFile(file)) {
                return own == null ? "" : own;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                return read(channel);
            } catch (IOException e) {
                return "";
            }
        }
    }

    /// Who holds the lock right now, in words; writes nothing.
    public static Optional<String> holder(Workspace workspace) {
        Path file = real(workspace);
        synchronized (HELD) {
            String own = HELD.get(file);
            if (own != null || !PathEntry.isFile(file)) {
                return Optional.ofNullable(own);
            }
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                return isTaken(channel) ? Optional.of(read(channel)) : Optional.empty();
            } catch (IOException e) {
                // A lock that cannot be looked at cannot be taken either; the run itself will say why.
                return Optional.empty();
            }
        }
    }

    private static void lock(FileChannel channel) throws IOException {
        for (int i = 1; isTaken(channel); i++) {
            if (i == TRIES) {
                throw locked(read(channel));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException heldUnderAnotherName) {
            return true;
        }
    }

    private static String reason(IOException e) {
        String reason = IoReason.of(e);
        return LOCKLESS.matcher(reason).find()
                ? reason + "; this file system has no locks: keep the workspace on another one"
                : reason;
    }

    private static LockedException locked(String holder) {
        return new LockedException("the workspace is locked by another run: " + holder);
    }

    /// Whatever stands in the file is shown on a terminal.
    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        channel.read(buffer, 0);
        buffer.flip();
        String text = StandardCharsets.UTF_8.decode(buffer).toString();
        String words = text.replaceAll("[\\p{Cc}\\p{Cf}\uFFFD]+", " ").strip();
        return words.isEmpty() ? "holder unknown" : words;
    }

    private static String me() {
        return "pid %d on %s since %s"
                .formatted(
                        ProcessHandle.current().pid(),
                        ProcessIdentity.hostName(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /// One name for one file, however the workspace was reached.
    private static Path real(Workspace workspace) {
        Path file = workspace.lock();
        try {
            return workspace.pipeline().toRealPath().resolve(String.valueOf(file.getFileName()));
        } catch (IOException notThereYet) {
            return file;
        }
    }

    @Override
    public void close() {
        synchronized (HELD) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new IllegalStateException("the workspace lock could not be released", e);
            } finally {
                HELD.remove(file);
                TemporaryFolder.removeAbandoned();
            }
        }
    }
}
