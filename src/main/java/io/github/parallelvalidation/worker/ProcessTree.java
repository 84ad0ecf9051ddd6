package io.github.parallelvalidation.worker;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A worker process with everything it started. Descendants are remembered while their parents live, for a process
/// whose
/// parent is gone no longer tells whose it was.
final class ProcessTree {
    private final ProcessHandle root;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    ProcessTree(ProcessHandle root) {
        this.root = root;
        seen.add(root);
    }

    /// All members known so far that are alive.
    List<ProcessHandle> look() {
        for (ProcessHandle known : List.copyOf(seen)) {
            known.descendants().forEach(seen::add);
        }
        return seen.stream().filter(ProcessHandle::isAlive).toList();
    }

    /// Asks every member to end, and ends by force those that are still there after the grace.
    void end(Duration grace) {
        look().forEach(ProcessHandle::destroy);
        awaitEnd(grace);
        List<ProcessHandle> stubborn = look();
        stubborn.forEach(ProcessHandle::destroyForcibly);
        if (!stubborn.isEmpty()) {
            awaitEnd(Duration.ofSeconds(2));
            look().forEach(ProcessHandle::destroyForcibly);
        }
    }

    /// Ends by force what a worker left behind when it ended itself.
    void endLeftovers() {
        look().forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitEnd(Duration limit) {
        CompletableFuture<?>[] ends = look().stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            // The caller looks again and uses force.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ProcessHandle root() {
        return root;
    }
}
