package io.github.parallelvalidation.run;

import java.util.UUID;

/// The ids of workers: `WORKER-` and a UUID.
final class WorkerIds {
    private WorkerIds() {}

    static String next() {
        return "WORKER-" + UUID.randomUUID();
    }
}
