package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.report.CheckDocument;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `check`: reads every file the next run would read and runs nothing.
record CheckTool(Validation validation, Workspace workspace) implements Tool {
    @Override
    public Map<String, @Nullable Object> call(Arguments arguments, Caller caller) {
        Tier tier = arguments.only("tier").findTier("tier").orElse(Tier.L0);
        return CheckDocument.of(validation.check(workspace, tier));
    }
}
