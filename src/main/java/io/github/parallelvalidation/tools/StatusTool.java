package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.report.StatusDocument;
import io.github.parallelvalidation.run.RunningWorkers;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `status`: the queue, running workers, the lock, an interrupted run, the last run.
record StatusTool(Validation validation, Workspace workspace) implements Tool {
    @Override
    public Map<String, @Nullable Object> call(Arguments arguments, Caller caller) {
        arguments.only();
        WorkspaceView view = validation.view(workspace);
        return StatusDocument.of(view, RunningWorkers.of(view), Instant.now());
    }
}
