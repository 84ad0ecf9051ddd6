package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The revision of a file that a change is applied to. The file it was read from is held open: what another program
/// writes into that very file while our rename takes its name away is seen there, and is not lost.
final class Revision implements AutoCloseable {
    private static final int LOOKS = 5;
    private static final int LONG_LOOKS = 25;

    /// Who writes a file bit by bit writes on sooner than that.
    private static final long FRESH_MILLIS = 150;

    private static final long PAUSE_NANOS = 20_000_000;
    private static final int MOST = 60;

    private static volatile @Nullable Own latest;

    private final Path file;
    private final @Nullable FileChannel channel;
    private final SharedText text;
    /// What the name leads to as far as we know: the same, what we wrote last, or no file.
    private final byte @Nullable [] expected;

    private byte @Nullable [] written;

    /// What we wrote last, so far as it takes to know it again.
    private record Own(Path file, int length, int hash) {
        static Own of(Path file, byte[] bytes) {
            return new Own(file, bytes.length, Arrays.hashCode(bytes));
        }
    }

    private Revision(Path file, @Nullable FileChannel channel, SharedText text, byte @Nullable [] expected) {
        this.file = file;
        this.channel = channel;
        this.text = text;
        this.expected = expected;
    }

    /// @throws ProblemException when the file is too large or cannot be read
    static Revision of(Path file) {
        try {
            FileChannel channel = PlainFile.channel(file);
            try {
                byte[] bytes = all(channel);
                return new Revision(file, channel, SharedText.read(file, bytes), bytes);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException missing) {
            return new Revision(file, null, SharedText.missing(file), null);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    SharedText text() {
        return text;
    }

    /// There, but empty: as a file is between its being cut and being written anew.
    boolean isEmptied() {
        return text.isThere() && text.isEmpty();
    }

    /// Puts a text in the place of this one.
    ///
    /// @return false when another program wrote before or while we did: then [#next] is the text to change
    boolean replace(SharedText changed) {
        byte[] bytes = changed.bytes();
        if (Arrays.equals(bytes, expected)) {
            return true;
        }
        Path target = WriteGate.shared(file);
        if (!AtomicFile.replace(
                file,
                target,
                bytes,
                true,
                () -> WriteGate.shared(file).equals(target) && Arrays.equals(now(), expected))) {
            return false;
        }
        written = bytes;
        latest = Own.of(file, bytes);
        return Arrays.equals(behindTheName(), text.bytes());
    }

    /// What there is to change after another program wrote: its text.
    ///
    /// @param attempt how often it did
    Revision next(int attempt) {
        pause(attempt);
        if (written != null) {
            return new Revision(file, channel, SharedText.read(file, behindTheName()), written);
        }
        close();
        return of(file);
    }

    /// Whether another program wrote it a moment ago, and so may still be writing.
    boolean isFresh() {
        if (channel == null || expected == null || Own.of(file, expected).equals(latest)) {
            return false;
        }
        try {
            long written = Files.getLastModifiedTime(file).toMillis();
            return Math.abs(System.currentTimeMillis() - written) < FRESH_MILLIS;
        } catch (IOException gone) {
            return true;
        }
    }

    /// Whether what was read still is what there is after a moment, and so is not half of what somebody writes.
    ///
    /// @param isLikely whether it looks whole; else the moment is longer
    boolean isSettled(boolean isLikely) {
        for (int i = 0; i < (isLikely ? LOOKS : LONG_LOOKS); i++) {
            pause(0);
            if (!Arrays.equals(now(), expected) || !Arrays.equals(behindTheName(), text.bytes())) {
                return false;
            }
        }
        return true;
    }

    /// What the name leads to; null for nothing.
    private byte @Nullable [] now() {
        try {
            return PlainFile.bytes(file, YamlDocument.SHARED_SIZE_LIMIT);
        } catch (NoSuchFileException gone) {
            return null;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private byte[] behindTheName() {
        try {
            return channel == null ? text.bytes() : all(channel);
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
        return PlainFile.bytes(channel, YamlDocument.SHARED_SIZE_LIMIT);
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be closed after reading: " + IoReason.of(e), e);
        }
    }
}
