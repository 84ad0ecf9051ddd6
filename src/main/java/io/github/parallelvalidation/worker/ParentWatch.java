package io.github.parallelvalidation.worker;

import java.util.Optional;

/// Ends this process when its parent is gone, so that no worker outlives its run.
final class ParentWatch {
    private static final int ORPHANED = 4;
    private static final long PERIOD_MILLIS = 500;

    private ParentWatch() {}

    static void start() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(parent));
    }

    private static void watch(Optional<ProcessHandle> parent) {
        try {
            while (parent.isPresent() && parent.get().isAlive()) {
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        // Nobody waits for a result any more: no hook, no further write; a strategy's own program ends with us.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(ORPHANED);
    }
}
