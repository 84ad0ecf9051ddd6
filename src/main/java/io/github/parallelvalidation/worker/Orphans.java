package io.github.parallelvalidation.worker;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Workers that outlived the program that started them. The built-in one ends itself; a foreign one may go on, and
/// write
/// results where its successor's are to be.
public final class Orphans {
    private static final int ROUNDS = 50;
    private static final long PERIOD_NANOS = 20_000_000;

    private Orphans() {}

    /// Ends by force whatever carries the mark of one of these workers.
    public static void end(Collection<String> workerIds) {
        for (int round = 0; round < ROUNDS; round++) {
            Set<ProcessHandle> left = new LinkedHashSet<>();
            workerIds.forEach(id -> left.addAll(ProcessMarks.find(WorkerTask.MARK, id)));
            left.removeIf(process -> ProcessMarks.isZombie(process.pid()));
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }
}
