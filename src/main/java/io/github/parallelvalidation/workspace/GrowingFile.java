package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file of ours to which lines are added again and again. It stays open between them; each time it is asked whether
/// what stands in its place is still the same file, as long as we left it. Where it is not, it is opened anew, with all
/// that [OwnFile] asks before a write.
public final class GrowingFile implements AutoCloseable {
    private final Path file;
    private final Runnable whenGone;
    private @Nullable FileChannel channel;
    /// What the system knows the open file by; null where it does not tell.
    private @Nullable Object key;
    /// Where the next line begins.
    private long end;

    public GrowingFile(Path file) {
        this(file, () -> {});
    }

    /// @param whenGone is asked to write it again where it is not there any more
    public GrowingFile(Path file, Runnable whenGone) {
        this.file = file;
        this.whenGone = whenGone;
    }

    /// How long it was when a line was last added; 0 before.
    public long length() {
        synchronized (GrowingFile.class) {
            return end;
        }
    }

    /// Adds lines to the end. Half a line that a kill left there is cut. One after the other: four workers may end at
    /// once, and what another thread is writing is no half line.
    ///
    /// @param lines each with its line break
    /// @param forced whether they, and all that was added before, are forced to disk; a kill takes nothing in
    ///     either case
    /// @throws ProblemException when they may not or cannot be added; none of them is then there
    public void append(String lines, boolean forced) {
        synchronized (GrowingFile.class) {
            try {
                add(open(), AtomicFile.bytes(lines), forced);
            } catch (IOException e) {
                close();
                throw new ProblemException(file, "cannot be added to, what was there is kept: " + IoReason.of(e), e);
            }
        }
    }

    private FileChannel open() throws IOException {
        BasicFileAttributes found = PathEntry.of(file);
        boolean isSame = key != null && found != null && key.equals(found.fileKey()) && found.size() == end;
        if (channel != null && isSame) {
            return channel;
        }
        close();
        if (found == null) {
            whenGone.run();
            found = PathEntry.of(file);
        }
        WriteGate.own(file);
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        channel = opened;
        WriteGate.own(file);
        // Only if it was there before and is there after, it is what was opened in between.
        Object after = key(PathEntry.of(file));
        key = Objects.equals(key(found), after) ? after : null;
        end = endOfLastLine(opened);
        if (end < opened.size()) {
            opened.truncate(end);
        }
        return opened;
    }

    private static @Nullable Object key(@Nullable BasicFileAttributes found) {
        return found == null ? null : found.fileKey();
    }

    private void add(FileChannel to, byte[] bytes, boolean forced) throws IOException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                to.write(buffer, end + buffer.position());
            }
            if (forced) {
                to.force(false);
            }
            end += bytes.length;
        } catch (IOException e) {
            takeBack(to, e);
            throw e;
        }
    }

    private void takeBack(FileChannel from, IOException cause) {
        try {
            from.truncate(end);
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

    /// Until the next line.
    @Override
    public void close() {
        synchronized (GrowingFile.class) {
            if (channel == null) {
                return;
            }
            try {
                channel.close();
            } catch (IOException e) {
                // What was to last was forced to disk, or its loss is one that a loss of power would be.
                System.getLogger(GrowingFile.class.getName()).log(System.Logger.Level.DEBUG, "closing " + file, e);
            } finally {
                channel = null;
            }
        }
    }
}
