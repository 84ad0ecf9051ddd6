package io.github.parallelvalidation.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;

/// The files `schedstat` of the threads of one process that is asked again and again, kept open: to read one again is
/// one call of the system, to look for threads and open their files is a hundred.
final class ThreadFiles implements AutoCloseable {
    /// A thread that began since is found then, with all its time so far.
    private static final Duration LOOK = Duration.ofMillis(100);

    /// Of files that stay open; a process that has more threads is no built-in worker.
    private static final int MOST = 64;

    private static final int LONGEST = 128;

    private final long pid;
    private final Map<Long, FileChannel> open = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
    private long lookedAt = System.nanoTime() - LOOK.toNanos();
    private boolean closed;

    ThreadFiles(long pid) {
        this.pid = pid;
    }

    /// Passes on what is said of each thread that is there.
    ///
    /// @return whether there is any
    synchronized boolean read(BiConsumer<Long, String> thread) {
        if (closed) {
            return false;
        }
        if (System.nanoTime() - lookedAt >= LOOK.toNanos()) {
            lookedAt = System.nanoTime();
            findNew();
        }
        for (Iterator<Map.Entry<Long, FileChannel>> each = open.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Long, FileChannel> file = each.next();
            try {
                thread.accept(file.getKey(), text(file.getValue()));
            } catch (IOException endedMeanwhile) {
                close(file.getValue());
                each.remove();
            }
        }
        return !open.isEmpty();
    }

    private String text(FileChannel file) throws IOException {
        buffer.clear();
        int count = file.read(buffer, 0);
        if (count <= 0) {
            throw new IOException("nothing is said of it any more");
        }
        byte[] bytes = new byte[count];
        buffer.flip().get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void findNew() {
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(ThreadTimes.tasks(pid))) {
            for (Path task : tasks) {
                long id = Long.parseLong(task.getFileName().toString());
                if (open.size() < MOST && !open.containsKey(id)) {
                    open.put(id, ProcFile.open(ThreadTimes.file(task)));
                }
            }
        } catch (IOException | DirectoryIteratorException endedMeanwhile) {
            // Those that are open still say what they can.
            return;
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            System.getLogger(ThreadFiles.class.getName())
                    .log(System.Logger.Level.DEBUG, "the file of a thread that has ended", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(ThreadFiles::close);
        open.clear();
    }
}
