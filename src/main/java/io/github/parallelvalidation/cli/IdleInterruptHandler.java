package io.github.parallelvalidation.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Handles Ctrl-C and SIGTERM while open: ends a command that is waiting without a run. A run in progress is ended by
/// its [RunInterruptHandler].
final class IdleInterruptHandler implements AutoCloseable {
    private final AtomicBoolean running = new AtomicBoolean();
    private final Thread hook;

    /// @param words what is said at the end
    /// @param status how the process then ends
    IdleInterruptHandler(Terminal terminal, String words, int status) {
        hook = Thread.ofPlatform().name("idle-end").unstarted(() -> {
            if (!running.get()) {
                terminal.err().println(words);
                terminal.err().flush();
                Runtime.getRuntime().halt(status);
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    <T> T during(Supplier<T> run) {
        running.set(true);
        try {
            return run.get();
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
            System.getLogger(IdleInterruptHandler.class.getName())
                    .log(System.Logger.Level.TRACE, "the process is on its way down", goingDown);
        }
    }
}
