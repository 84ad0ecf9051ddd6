package io.github.parallelvalidation.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/// While open: Ctrl-C and a polite kill end a watch that is only waiting in good order. A run that is on is ended by
/// its [Interrupts].
final class WatchEnd implements AutoCloseable {
    private final AtomicBoolean running = new AtomicBoolean();
    private final Thread hook;

    WatchEnd(Terminal terminal) {
        hook = Thread.ofPlatform().name("watch-end").unstarted(() -> {
            if (!running.get()) {
                terminal.err().println("No longer watching.");
                terminal.err().flush();
                Runtime.getRuntime().halt(ExitStatus.ALL_PASSED);
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void during(Runnable run) {
        running.set(true);
        try {
            run.run();
        } finally {
            running.set(false);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // The hook is at work, which is all that was wanted.
            System.getLogger(WatchEnd.class.getName())
                    .log(System.Logger.Level.TRACE, "the process is on its way down", goingDown);
        }
    }
}
