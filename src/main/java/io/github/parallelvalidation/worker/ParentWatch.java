package io.github.parallelvalidation.worker;

import java.util.Map;
import java.util.Optional;

/// Ends a worker whose orchestrator is gone: nobody would read its results, and it would stand in the way of the next.
final class ParentWatch {
    private static final int ORPHANED = 3;

    private ParentWatch() {}

    /// Only where an orchestrator started us; a person's shell may well go before its background jobs.
    static void startIfSupervised(Map<String, String> environment) {
        if (!environment.containsKey("PV_WORKER_ID")) {
            return;
        }
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (parent.isEmpty()) {
            Runtime.getRuntime().halt(ORPHANED);
            return;
        }
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            parent.get().onExit().join();
            Runtime.getRuntime().halt(ORPHANED);
        });
    }
}
