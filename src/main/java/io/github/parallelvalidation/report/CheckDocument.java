package io.github.parallelvalidation.report;

import io.github.parallelvalidation.run.WorkspaceCheck;
import io.github.parallelvalidation.workspace.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a look at the files of the next run found, as plain maps and lists.
public final class CheckDocument {
    private CheckDocument() {}

    /// What `check --json` prints.
    public static Map<String, @Nullable Object> of(WorkspaceCheck check) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategies_checked", check.strategies());
        map.put("errors", texts(check.errors()));
        map.put("warnings", texts(check.warnings()));
        return map;
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
