package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PlainFile;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A small file beside the worker's log with what it last said of its progress, for other processes: a command line
/// that asks how the window's run is getting on. It is there while the attempt runs, and only once that has taken a
/// moment; it is written when the limits are looked at, and never waited for.
public final class ProgressFile implements AttemptListener, AutoCloseable {
    /// Always as long, so that one write replaces what is there.
    private static final int LENGTH = 512;

    private final Path file;
    private final String workerId;
    private final AttemptListener listener;
    private @Nullable FileChannel channel;
    private @Nullable ProgressLine written;
    private volatile @Nullable ProgressLine latest;

    /// @param listener is told what this one is
    ProgressFile(WorkerTask task, AttemptListener listener) {
        this.file = new ResultFiles(task.outputFolder(), task.tier()).progress();
        this.workerId = task.id().workerId();
        this.listener = listener;
    }

    /// What this worker last said; empty where it has not said anything, or nothing lately.
    public static Optional<ProgressLine> read(Path file, String workerId) {
        try {
            String text = new String(PlainFile.bytes(file, LENGTH), StandardCharsets.UTF_8);
            return text.startsWith(workerId + " ")
                    ? ProgressLine.parse(text.substring(workerId.length() + 1))
                    : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    @Override
    public void progress(double fraction, String stage) {
        latest = new ProgressLine(fraction, stage);
        listener.progress(fraction, stage);
    }

    @Override
    public void memory(long residentMb) {
        listener.memory(residentMb);
    }

    @Override
    public void processors(double used) {
        listener.processors(used);
    }

    @Override
    public void running(double seconds) {
        ProgressLine now = latest;
        if (now != null && !now.equals(written)) {
            written = now;
            write(now);
        }
        listener.running(seconds);
    }

    private void write(ProgressLine line) {
        byte[] text = "%s progress %s %s"
                .formatted(workerId, PlainNumber.of(line.fraction()), line.stage())
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(text, LENGTH);
        Arrays.fill(whole, Math.min(text.length, LENGTH), LENGTH, (byte) ' ');
        try {
            if (channel == null) {
                channel = OwnFile.empty(file);
            }
            channel.write(ByteBuffer.wrap(whole), 0);
        } catch (IOException | ProblemException e) {
            debug(e);
        }
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
            OwnFile.remove(file);
        } catch (IOException | ProblemException e) {
            debug(e);
        }
    }

    /// Whoever asks sees less; the attempt goes on.
    private static void debug(Exception e) {
        System.getLogger(ProgressFile.class.getName())
                .log(System.Logger.Level.DEBUG, "a worker's progress could not be written down", e);
    }
}
