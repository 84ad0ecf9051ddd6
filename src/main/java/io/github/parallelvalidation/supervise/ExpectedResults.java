package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;

/// The results that an attempt has to leave: their location, and the owner by which they are recognised as its own.
///
/// @param folder where its worker writes them
public record ExpectedResults(Workspace workspace, Path folder, Tier tier, String runId, AttemptId attempt) {
    /// Where a worker writes that takes the strategy as it is written.
    ///
    /// @param strategyFolder the strategy's folder
    public static ExpectedResults of(
            Workspace workspace, Path strategyFolder, Tier tier, String runId, AttemptId attempt) {
        return new ExpectedResults(workspace, WorkerTask.results(strategyFolder), tier, runId, attempt);
    }

    public ResultFiles files() {
        return new ResultFiles(folder, tier);
    }
}
