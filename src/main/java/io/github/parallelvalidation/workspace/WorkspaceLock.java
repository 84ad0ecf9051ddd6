package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// One orchestrator at a time per workspace. The operating system drops the lock when its holder dies, so no lock is
/// ever
/// stale; the file beside it only says who the holder is, and is never removed (removing it would let two in).
public final class WorkspaceLock implements AutoCloseable {
    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws LockedException when another run holds the workspace; the message says who
    /// @throws ProblemException when the lock file cannot be written
    public static WorkspaceLock acquire(Workspace workspace) {
        Path file = workspace.lock();
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                String holder = read(channel);
                channel.close();
                throw new LockedException("the workspace is locked by another run: " + holder);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder().getBytes(StandardCharsets.UTF_8)));
            return new WorkspaceLock(channel);
        } catch (IOException e) {
            throw new ProblemException(file, "the workspace cannot be locked: " + e.getMessage(), e);
        }
    }

    /// Who holds the lock right now, in words; writes nothing.
    public static Optional<String> holder(Workspace workspace) {
        Path file = workspace.lock();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel) ? Optional.empty() : Optional.of(read(channel));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(512);
        channel.read(buffer, 0);
        buffer.flip();
        String text = StandardCharsets.UTF_8.decode(buffer).toString().strip();
        return text.isEmpty() ? "holder unknown" : text;
    }

    private static String holder() {
        return "pid %d on %s since %s"
                .formatted(
                        ProcessHandle.current().pid(), hostName(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the workspace lock could not be released", e);
        }
    }
}
