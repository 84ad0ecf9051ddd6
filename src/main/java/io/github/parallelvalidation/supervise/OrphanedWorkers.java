package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.ProcessMarks;
import io.github.parallelvalidation.process.ProcessTree;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// Ends workers whose run was killed and that still run: a foreign worker knows nothing of us. It would go on writing
/// where the next one writes.
public final class OrphanedWorkers {
    private static final Duration PERIOD = Duration.ofMillis(200);

    private OrphanedWorkers() {}

    /// Ends them by force, since their run no longer reads their results.
    ///
    /// @return how many processes there were
    public static int end(Collection<String> workerIds) {
        int ended = 0;
        for (String workerId : workerIds) {
            List<ProcessHandle> left = ProcessMarks.find(WorkerTask.MARK, workerId);
            ended += left.size();
            if (!left.isEmpty()) {
                new ProcessTree(left.getFirst(), () -> ProcessMarks.find(WorkerTask.MARK, workerId)).end(PERIOD);
            }
        }
        return ended;
    }
}
