package io.github.parallelvalidation.run;

import io.github.parallelvalidation.workspace.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Converts what a check found to plain maps and lists, for `--json`.
public final class CheckDocument {
    private CheckDocument() {}

    public static Map<String, Object> of(WorkspaceCheck check) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("strategies_checked", check.strategies());
        map.put("errors", texts(check.errors()));
        map.put("warnings", texts(check.warnings()));
        return map;
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
