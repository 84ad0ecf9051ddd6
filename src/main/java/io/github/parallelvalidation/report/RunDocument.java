package io.github.parallelvalidation.report;

import io.github.parallelvalidation.journal.OutcomeDocument;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.schema.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run and what followed it at the next tier, as plain maps and lists.
public final class RunDocument {
    private RunDocument() {}

    /// What `validate --json` and `decide --json` print.
    ///
    /// @param outcomes the last run of each tier, one at least
    public static Map<String, @Nullable Object> of(List<RunOutcome> outcomes) {
        Map<String, @Nullable Object> document = OutcomeDocument.of(outcomes.getFirst());
        outcomes.stream()
                .skip(1)
                .forEach(next -> document.put("then_l1", Schema.RUN.versioned(OutcomeDocument.of(next))));
        return document;
    }
}
