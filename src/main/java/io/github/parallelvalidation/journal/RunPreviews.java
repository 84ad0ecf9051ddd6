package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.workspace.Workspace;

/// The previews of the choices about a run, as things stand on disk: what is shown of a decision is what it does.
public final class RunPreviews {
    private RunPreviews() {}

    /// Only what the decision would still change counts.
    public static OptionPreviews of(Workspace workspace, RunOutcome outcome) {
        return outcome.previews(
                TierProtocolFile.read(workspace.protocol(), outcome.plan().tier())
                        .gates(),
                outcome.worlds(workspace),
                new OpenQuestions(workspace).judgedSince(outcome.plan().runId()),
                ChangedSince.byStatus(workspace, outcome.strategies()));
    }
}
