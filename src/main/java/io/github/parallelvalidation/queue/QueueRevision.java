package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.AtomicFile;
import io.github.parallelvalidation.workspace.IoReason;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The text that a change is applied to, with the file it was read from held open: what another program writes into
/// that very file while our rename takes its name away is seen there, and is not lost.
final class QueueRevision implements AutoCloseable {
    private static final int LOOKS = 5;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final int MOST = 60;

    private final Path file;
    private final FileChannel channel;
    private final byte[] bytes;
    /// What the name leads to as far as we know: the same, or what we wrote last.
    private final byte[] expected;

    private byte @Nullable [] written;

    private QueueRevision(Path file, FileChannel channel, byte[] bytes, byte[] expected) {
        this.file = file;
        this.channel = channel;
        this.bytes = bytes;
        this.expected = expected;
    }

    /// @throws ProblemException when the file is not there, too large or cannot be read
    static QueueRevision of(Path file) {
        for (int i = 0; i < LOOKS && !Files.exists(file); i++) {
            pause(0);
        }
        if (!Files.exists(file)) {
            throw new ProblemException(Problem.of(
                    file,
                    "there is no queue here; name the folder that holds .crypto, or make a workspace with: init DIR"));
        }
        try {
            YamlDocument.requireReadable(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            byte[] bytes = all(channel);
            return new QueueRevision(file, channel, bytes, bytes);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// @throws ProblemException when the bytes are not UTF-8
    Source source() {
        return YamlDocument.source(file, bytes);
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /// Puts a text in the place of this one.
    ///
    /// @return false when another program wrote before or while we did: then [#next] is the text to change
    boolean replace(String text) {
        byte[] changed = text.getBytes(StandardCharsets.UTF_8);
        if (Arrays.equals(changed, expected)) {
            return true;
        }
        if (!AtomicFile.writeIf(file, changed, () -> Arrays.equals(now(), expected))) {
            return false;
        }
        written = changed;
        return Arrays.equals(behindTheName(), bytes);
    }

    /// What there is to change after another program wrote: its text.
    ///
    /// @param attempt how often it did
    QueueRevision next(int attempt) {
        pause(attempt);
        if (written != null) {
            return new QueueRevision(file, channel, behindTheName(), written);
        }
        close();
        return of(file);
    }

    /// Whether what was read still is what there is after a moment, and so is not half of what somebody writes.
    boolean isSettled() {
        for (int i = 0; i < LOOKS; i++) {
            pause(0);
            if (!Arrays.equals(now(), expected) || !Arrays.equals(behindTheName(), bytes)) {
                return false;
            }
        }
        return true;
    }

    private byte[] now() {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private byte[] behindTheName() {
        try {
            return all(channel);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ProblemException unreadable(Path file, IOException e) {
        return new ProblemException(file, "the file cannot be read: " + IoReason.of(e), e);
    }

    /// Not all programs try again at the same instants.
    private static void pause(int attempt) {
        LockSupport.parkNanos(PAUSE_NANOS + Math.min(attempt, MOST) * (System.nanoTime() % 1_000_000));
    }

    private static byte[] all(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
            // Until the end.
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be closed after reading: " + IoReason.of(e), e);
        }
    }
}
