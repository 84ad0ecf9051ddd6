package io.github.parallelvalidation.supervise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a worker's output as fast as it comes, so that no worker ever blocks on us: progress goes to the listener, the
/// rest to the log. A line without an end is cut, not buffered for ever.
///
/// It reads only what is there. A read that waits could never be called back where a process that we do not know of
/// holds the other end.
final class WorkerOutput {
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_PROGRESS = 4096;
    /// Short after something came, longer the longer nothing does.
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(16);

    private final Consumer<ProgressLine> listener;
    private final WorkerLog log;
    private final LastLines last = new LastLines();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable ProgressLine progress;
    private volatile boolean stopped;

    WorkerOutput(Consumer<ProgressLine> listener, WorkerLog log) {
        this.listener = listener;
        this.log = log;
    }

    /// @param goesOn whether more may come; when it does not, what is there is read and that is all
    void follow(InputStream output, BooleanSupplier goesOn) throws IOException {
        byte[] chunk = new byte[CHUNK];
        boolean more = true;
        long pause = SHORTEST_PAUSE.toNanos();
        while (!stopped) {
            int there = Math.min(output.available(), CHUNK);
            if (there > 0) {
                take(chunk, output.read(chunk, 0, there));
                pause = SHORTEST_PAUSE.toNanos();
            } else if (more) {
                // Asked before the last look, so that nothing falls in between.
                more = goesOn.getAsBoolean();
                if (more) {
                    LockSupport.parkNanos(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
                }
            } else {
                break;
            }
        }
        if (line.size() > 0) {
            endLine();
            tellProgress();
        }
    }

    /// Nothing more is taken in.
    void stop() {
        stopped = true;
    }

    List<String> lastLines() {
        return last.all();
    }

    private void take(byte[] bytes, int length) {
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n' || line.size() + i - from == CHUNK) {
                line.write(bytes, from, i - from);
                from = bytes[i] == '\n' ? i + 1 : i;
                endLine();
            }
        }
        line.write(bytes, from, length - from);
        log.flush();
        tellProgress();
    }

    /// Quick for a flood: only what may be progress is looked at more closely.
    private void endLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        Optional<ProgressLine> parsed = mayBeProgress(bytes)
                ? ProgressLine.parse(new String(bytes, StandardCharsets.UTF_8).stripTrailing())
                : Optional.empty();
        if (parsed.isPresent()) {
            progress = parsed.get();
        } else {
            last.add(bytes);
            log.line(bytes);
        }
    }

    private static boolean mayBeProgress(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        return start < bytes.length && bytes[start] == 'p' && bytes.length < LONGEST_PROGRESS;
    }

    /// Of many at once only the last counts.
    private void tellProgress() {
        if (progress != null) {
            listener.accept(progress);
            progress = null;
        }
    }
}
