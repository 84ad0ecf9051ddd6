package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// One orchestrator at a time per workspace. The operating system drops the lock when its holder dies, so no lock is
/// ever stale; the file beside it only says who the holder is, and is never removed (removing it would let two in).
///
/// POSIX gives up a process's locks on a file as soon as the process closes *any* channel to that file. So this
/// program never opens a lock file again while it holds it, and remembers for itself what it holds.
public final class WorkspaceLock implements AutoCloseable {
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();
    /// Somebody who only looks who the holder is has the file locked for an instant.
    private static final int TRIES = 5;

    private final Path file;
    private final FileChannel channel;

    private WorkspaceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @throws LockedException when another run holds the workspace; the message says who
    /// @throws ProblemException when the lock file cannot be written
    public static WorkspaceLock acquire(Workspace workspace) {
        Path file = real(workspace);
        String me = me();
        String holder = HELD.putIfAbsent(file, me);
        if (holder != null) {
            throw locked(holder);
        }
        boolean kept = false;
        try {
            FileChannel channel = open(file);
            try {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(me.getBytes(StandardCharsets.UTF_8)));
                kept = true;
            } finally {
                if (!kept) {
                    channel.close();
                }
            }
            return new WorkspaceLock(file, channel);
        } catch (IOException e) {
            throw new ProblemException(file, "the workspace cannot be locked: " + e.getMessage(), e);
        } finally {
            if (!kept) {
                HELD.remove(file);
            }
        }
    }

    /// Who holds the lock right now, in words; writes nothing.
    public static Optional<String> holder(Workspace workspace) {
        Path file = real(workspace);
        String own = HELD.get(file);
        if (own != null || !Files.exists(file)) {
            return Optional.ofNullable(own);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null ? Optional.of(read(channel)) : Optional.empty();
        } catch (IOException e) {
            // A lock that cannot be looked at cannot be taken either; the run itself will say why.
            return Optional.empty();
        }
    }

    private static FileChannel open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        for (int i = 1; channel.tryLock() == null; i++) {
            if (i == TRIES) {
                String holder = read(channel);
                channel.close();
                throw locked(holder);
            }
            LockSupport.parkNanos(20_000_000);
        }
        return channel;
    }

    private static LockedException locked(String holder) {
        return new LockedException("the workspace is locked by another run: " + holder);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(512);
        channel.read(buffer, 0);
        buffer.flip();
        String text = StandardCharsets.UTF_8.decode(buffer).toString().strip();
        return text.isEmpty() ? "holder unknown" : text;
    }

    private static String me() {
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
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the workspace lock could not be released", e);
        } finally {
            HELD.remove(file);
        }
    }
}
