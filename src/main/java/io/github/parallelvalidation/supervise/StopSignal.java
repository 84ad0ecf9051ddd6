package io.github.parallelvalidation.supervise;

import java.util.concurrent.CompletableFuture;

/// Tells every supervisor of a run to stop. Raised once, heard by all.
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
