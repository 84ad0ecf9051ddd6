package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.ProcessMarks;
import io.github.parallelvalidation.process.ProcessTree;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Ends workers whose run was killed and that still run: a foreign worker knows nothing of us. It would go on writing
/// where the next one writes.
public final class OrphanedWorkers {
    private static final Duration PERIOD = Duration.ofMillis(200);

    private OrphanedWorkers() {}

    /// Ends all workers of a run by force, since nobody reads their results any more.
    ///
    /// @param open ids of workers whose end is not recorded: those are known wherever the workspace is mounted
    /// @return how many processes there were
    public static int end(Workspace workspace, String runId, Collection<String> open) {
        List<ProcessHandle> left = find(workspace, runId, open);
        if (!left.isEmpty()) {
            new ProcessTree(left.getFirst(), () -> find(workspace, runId, open)).end(PERIOD);
        }
        return left.size();
    }

    private static List<ProcessHandle> find(Workspace workspace, String runId, Collection<String> open) {
        return Stream.concat(
                        Stream.of(WorkerTask.environment(workspace, runId)),
                        open.stream().map(id -> Map.of(WorkerTask.MARK, id)))
                .flatMap(marks -> ProcessMarks.find(marks).stream())
                .distinct()
                .toList();
    }
}
