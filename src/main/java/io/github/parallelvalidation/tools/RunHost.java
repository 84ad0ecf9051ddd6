package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Holds the open run of a workspace for commands that end before its workers do. It ends when the run was merged, or
/// after a while in which no worker ran and nobody called: then it merges the run itself.
public final class RunHost {
    /// Whoever has just been answered may call again; the first call is on its way when this begins.
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final Tools tools;
    private final Duration patience;
    private final AtomicLong lastSign = new AtomicLong(System.nanoTime());

    /// @param patience without a call or a worker
    public RunHost(
            Validation validation, Workspace workspace, Duration patience, Clock clock, Consumer<Throwable> mistakes) {
        this.patience = patience;
        this.tools = new Tools(validation, workspace, Hosting.HERE, clock, mistakes);
    }

    /// Answers calls until it is time to end.
    public void serve() throws InterruptedException {
        try {
            tools.answerOthers(this::goesOn);
        } finally {
            tools.close();
        }
    }

    /// Ends at once; workers are stopped.
    public void stop() {
        tools.close();
    }

    private boolean goesOn() {
        if (tools.hasWork() || tools.isAnswering()) {
            lastSign.set(System.nanoTime());
        }
        Duration still = Duration.ofNanos(System.nanoTime() - lastSign.get());
        return still.compareTo(tools.hasOpenRun() ? patience : SHORTLY) < 0;
    }
}
