package io.github.parallelvalidation.supervise;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A signal that stops all supervisors of a run. Raised once.
public final class StopSignal {
    private final CompletableFuture<Void> raised = new CompletableFuture<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    public void raise() {
        raised.complete(null);
    }

    /// Raised because this program itself cannot go on; the first reason counts.
    public void fail(Throwable reason) {
        failure.compareAndSet(null, reason);
        raise();
    }

    /// Why this program itself cannot go on; empty where somebody just wanted to stop.
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    public boolean isRaised() {
        return raised.isDone();
    }

    CompletableFuture<Void> future() {
        return raised;
    }
}
