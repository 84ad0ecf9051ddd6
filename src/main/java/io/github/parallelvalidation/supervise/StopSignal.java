package io.github.parallelvalidation.supervise;

import java.util.concurrent.CompletableFuture;

/// A signal that stops all supervisors of a run. Raised once.
public final class StopSignal {
    private final CompletableFuture<Void> raised = new CompletableFuture<>();

    public void raise() {
        raised.complete(null);
    }

    public boolean isRaised() {
        return raised.isDone();
    }

    CompletableFuture<Void> future() {
        return raised;
    }
}
