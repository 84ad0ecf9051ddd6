package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.worker.WarmReply;
import io.github.parallelvalidation.workspace.OwnFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/// What one attempt prints, on its way to its log and its listener.
final class AttemptOutput {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final WorkerTask task;
    private final ResultFiles files;
    private final WorkerLog log;
    private final WorkerOutput output;
    private final Instant opened;
    private final CompletableFuture<Void> read = new CompletableFuture<>();

    private AttemptOutput(
            WorkerTask task,
            ResultFiles files,
            WorkerLog log,
            AttemptListener listener,
            boolean answers,
            Instant opened) {
        this.task = task;
        this.files = files;
        this.log = log;
        this.output = new WorkerOutput(
                line -> listener.progress(line.fraction(), line.stage()),
                log,
                answers ? Optional.of(task.id().workerId()) : Optional.empty());
        this.opened = opened;
    }

    /// Puts what an earlier worker left out of the way and begins a log.
    ///
    /// @param answers whether the process judges many and says when it is done with this one
    static AttemptOutput open(WorkerTask task, AttemptListener listener, boolean answers) throws IOException {
        ResultFiles files = new ResultFiles(task.outputFolder(), task.tier());
        files.archive();
        WorkerLog log = new WorkerLog(files.log());
        try {
            // By the clock of the file system, which also says when the flag was written.
            Instant opened = Files.getLastModifiedTime(files.log(), LinkOption.NOFOLLOW_LINKS)
                    .toInstant();
            return new AttemptOutput(task, files, log, listener, answers, opened);
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /// @param goesOn whether more may come
    void follow(InputStream stream, BooleanSupplier goesOn) {
        Thread.ofVirtual().name("output of " + task.id().workerId()).start(() -> {
            try {
                output.follow(stream, goesOn);
            } catch (IOException e) {
                // Without a log the results still count; a full pipe ends with its worker's time limit.
                debug(e);
            } finally {
                closeLog();
            }
        });
    }

    /// Takes what a process prints that judges many, until it is done with this attempt.
    OutputPump.Listener listener() {
        return new OutputPump.Listener() {
            @Override
            public void take(byte[] bytes, int length) {
                if (!output.isOver()) {
                    output.take(bytes, length);
                }
                if (output.isOver()) {
                    closeLog();
                }
            }

            @Override
            public void end() {
                if (!output.isOver()) {
                    output.end();
                }
                closeLog();
            }
        };
    }

    private void closeLog() {
        try {
            log.close();
        } catch (IOException e) {
            debug(e);
        } finally {
            read.complete(null);
        }
    }

    private void debug(IOException e) {
        System.getLogger(AttemptOutput.class.getName())
                .log(System.Logger.Level.DEBUG, "output of " + task.id().workerId(), e);
    }

    /// When the attempt began.
    Instant opened() {
        return opened;
    }

    /// Completes with the answer of a process that judges many.
    CompletableFuture<WarmReply> reply() {
        return output.reply();
    }

    List<String> lastLines() {
        return output.lastLines();
    }

    /// Waits for the rest of what there is to read, but not for ever.
    void finish() throws InterruptedException {
        if (!Waiting.upTo(PATIENCE, read)) {
            output.stop();
            Waiting.upTo(PATIENCE, read);
        }
    }

    /// Nothing more is taken in.
    void stop() {
        output.stop();
    }

    /// Nothing was opened for a worker that could not be started.
    void close() throws IOException {
        log.close();
    }

    /// As if the attempt had not been.
    void discard() {
        OwnFile.remove(files.log());
    }
}
