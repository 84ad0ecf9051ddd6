package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.worker.WarmReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private static final Duration SHORTEST_PAUSE = Duration.ofNanos(200_000);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(16);

    /// What was quiet for some time is looked at an eighth of that time later at most.
    private static final int SLOWER = 8;

    private final Consumer<ProgressLine> listener;
    private final WorkerLog log;
    private final Optional<String> asked;
    private final CompletableFuture<WarmReply> reply = new CompletableFuture<>();
    private final LastLines last = new LastLines();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable ProgressLine progress;
    private volatile boolean stopped;

    /// @param asked the worker id that an answer begins with, where the process judges many and answers for each; what
    ///     it says after that is not this attempt's
    WorkerOutput(Consumer<ProgressLine> listener, WorkerLog log, Optional<String> asked) {
        this.listener = listener;
        this.log = log;
        this.asked = asked;
    }

    /// Completes when the worker says that it is done, and the process lives on.
    CompletableFuture<WarmReply> reply() {
        return reply;
    }

    /// @param goesOn whether more may come; when it does not, what is there is read and that is all
    void follow(InputStream output, BooleanSupplier goesOn) throws IOException {
        byte[] chunk = new byte[CHUNK];
        boolean more = true;
        long pause = SHORTEST_PAUSE.toNanos();
        while (!isOver()) {
            int there = Math.min(output.available(), CHUNK);
            if (there > 0) {
                take(chunk, output.read(chunk, 0, there));
                pause = SHORTEST_PAUSE.toNanos();
            } else if (more) {
                // Asked before the last look, so that nothing falls in between.
                more = goesOn.getAsBoolean();
                if (more) {
                    LockSupport.parkNanos(pause);
                    pause = Math.min(pause + pause / SLOWER, LONGEST_PAUSE.toNanos());
                }
            } else {
                break;
            }
        }
        end();
    }

    /// No more comes: what has no line end yet is a line.
    void end() {
        if (line.size() > 0) {
            endLine();
            tellProgress();
        }
    }

    /// Whether nothing more is wanted: the worker has said that it is done, or nobody listens any more.
    boolean isOver() {
        return stopped || reply.isDone();
    }

    /// Nothing more is taken in.
    void stop() {
        stopped = true;
    }

    List<String> lastLines() {
        return last.all();
    }

    /// @param length how many of the bytes came
    void take(byte[] bytes, int length) {
        int from = 0;
        for (int i = 0; i < length && !reply.isDone(); i++) {
            if (bytes[i] == '\n' || line.size() + i - from == CHUNK) {
                line.write(bytes, from, i - from);
                from = bytes[i] == '\n' ? i + 1 : i;
                endLine();
            }
        }
        if (!reply.isDone()) {
            line.write(bytes, from, length - from);
        }
        log.flush();
        tellProgress();
    }

    /// Quick for a flood: only what may be progress is looked at more closely.
    private void endLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (isReply(bytes)) {
            return;
        }
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

    private boolean isReply(byte[] bytes) {
        boolean mayBe = asked.isPresent()
                && bytes.length > 0
                && bytes.length < LONGEST_PROGRESS
                && bytes[0] == asked.get().charAt(0);
        if (mayBe) {
            WarmReply.parse(new String(bytes, StandardCharsets.UTF_8).stripTrailing(), asked.get())
                    .ifPresent(reply::complete);
        }
        return reply.isDone();
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
