package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.run.Validation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Handles Ctrl-C and SIGTERM while open: cancels the run, lets it restore the status of its unfinished strategies, and
/// ends the process with the exit status of an interruption.
final class RunInterruptHandler implements AutoCloseable {
    /// Workers are given three seconds, then ended by force; writing the files takes the rest.
    private static final int PATIENCE_SECONDS = 15;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean underway = new AtomicBoolean();
    private final Thread hook;

    RunInterruptHandler(Validation.Run run, Terminal terminal) {
        hook = Thread.ofPlatform().name("interrupt").unstarted(() -> {
            underway.set(true);
            run.cancel();
            boolean orderly = false;
            try {
                orderly = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            terminal.err()
                    .println(
                            orderly
                                    ? "Interrupted. Finished strategies keep their verdict, the others are as before."
                                    : "Interrupted before everything was put back; the next start offers to resume.");
            terminal.err().flush();
            Runtime.getRuntime().halt(ExitStatus.INTERRUPTED);
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Whether the process is on its way down.
    boolean isUnderway() {
        return underway.get();
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyGoingDown) {
            // The hook is at work and ends the process; nothing may follow it.
            park();
        }
    }

    private static void park() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
