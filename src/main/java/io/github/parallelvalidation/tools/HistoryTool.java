package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `history`: the last thirty runs.
record HistoryTool(Validation validation, Workspace workspace) implements Tool {
    @Override
    public Map<String, @Nullable Object> call(Arguments arguments, Caller caller) {
        arguments.only();
        return MetricsHistory.document(validation.viewWithoutRuns(workspace).requireHistory());
    }
}
