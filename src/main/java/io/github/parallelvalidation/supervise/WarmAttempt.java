package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.ProcessTree;
import io.github.parallelvalidation.process.ThreadTimes;
import io.github.parallelvalidation.worker.WarmReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A worker at one attempt, in a process that judges many.
final class WarmAttempt implements RunningWorker {
    /// Between the completion flag and the answer there is next to nothing to do.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final int KB_PER_MB = 1024;

    private final WarmProcess process;
    private final AttemptOutput output;
    private final BiConsumer<WarmProcess, Optional<WarmReply>> release;
    private final CompletableFuture<?> end;
    private final int judgedBefore;
    private final long begun = System.nanoTime();
    private boolean isReleased;

    /// @param release takes the process back, with its answer if it gave one
    WarmAttempt(WarmProcess process, AttemptOutput output, BiConsumer<WarmProcess, Optional<WarmReply>> release) {
        this.process = process;
        this.output = output;
        this.release = release;
        this.judgedBefore = process.served() - 1;
        this.end = CompletableFuture.anyOf(output.reply(), process.onExit());
    }

    private Optional<WarmReply> reply() {
        return Optional.ofNullable(output.reply().getNow(null));
    }

    @Override
    public boolean isAlive() {
        return reply().isEmpty() && process.isAlive();
    }

    @Override
    public CompletableFuture<?> onEnd() {
        return end;
    }

    @Override
    public ProcessTree tree() {
        return process.tree();
    }

    @Override
    public ThreadTimes times() {
        return process.times();
    }

    @Override
    public Instant spawned() {
        return output.opened();
    }

    @Override
    public long begun() {
        return begun;
    }

    @Override
    public int judgedBefore() {
        return judgedBefore;
    }

    @Override
    public boolean hasDeclined() {
        return reply().filter(WarmReply::isDeclined).isPresent();
    }

    @Override
    public void finish(BooleanSupplier isUrgent) throws InterruptedException {
        if (isAlive() && !isUrgent.getAsBoolean()) {
            // If it runs on it is ended then, as a process of its own would be that runs on after its results.
            Waiting.upTo(PATIENCE, end);
        }
        if (reply().isEmpty()) {
            process.tree().end(Supervisor.ASK_FIRST, isUrgent);
        }
        output.finish();
        if (hasDeclined()) {
            output.discard();
        }
        // The next strategy does not wait until the results of this one are read.
        release();
    }

    private void release() {
        if (!isReleased) {
            isReleased = true;
            output.stop();
            release.accept(process, reply());
        }
    }

    @Override
    public @Nullable WorkerExit exit() {
        return reply().map(reply -> new WorkerExit(reply.status()))
                .orElseGet(() -> process.isAlive() ? null : process.exit());
    }

    @Override
    public List<String> lastLines() {
        return output.lastLines();
    }

    @Override
    public long peakMemoryMb() {
        return reply().map(reply -> reply.peakMemoryKb() / KB_PER_MB).orElse(0L);
    }

    @Override
    public void close() {
        release();
    }
}
