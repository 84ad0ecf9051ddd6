package io.github.parallelvalidation.supervise;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for what happens to a worker, but not for ever.
final class Waiting {
    private Waiting() {}

    /// @param end completes normally, if it does
    /// @return whether it has; else the time was up
    static boolean upTo(Duration limit, CompletableFuture<?> end) throws InterruptedException {
        try {
            end.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException timeIsUp) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process does not fail", e);
        }
    }
}
