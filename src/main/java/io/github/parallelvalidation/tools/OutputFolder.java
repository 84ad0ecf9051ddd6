package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// A folder of the workspace in which a caller wants results to be put too. They always stand in the strategy's own
/// folder, where everybody looks for them.
///
/// @param relative to the workspace
record OutputFolder(Workspace workspace, String relative) {
    private static final int MOST_BYTES = 64 << 20;

    /// @throws ToolException when it leads out of the workspace's `.crypto` folder
    static OutputFolder of(Workspace workspace, String given) {
        Path root = workspace.root();
        Path folder;
        try {
            folder = root.resolve(given).normalize();
        } catch (InvalidPathException e) {
            throw Arguments.wrong("'task_spec.output_dir' is no path: " + given);
        }
        if (!folder.startsWith(workspace.crypto()) || folder.equals(workspace.crypto())) {
            throw Arguments.wrong(
                    "'task_spec.output_dir' must be a folder below .crypto of the workspace, found '%s'; leave it out and results stand in the strategy's own backtest-results folder"
                            .formatted(given));
        }
        try {
            OwnFile.requireFolder(folder);
        } catch (ProblemException e) {
            throw Arguments.wrong("'task_spec.output_dir': " + e.problem().headline());
        }
        return new OutputFolder(workspace, root.relativize(folder).toString());
    }

    /// Copies the results of a strategy there, where they are not there by themselves.
    void put(StrategyId strategy, Tier tier) {
        Path to = workspace.root().resolve(relative);
        Path from = workspace
                .strategy(strategy)
                .map(folder -> folder.resolve(Workspace.RESULTS))
                .orElse(to);
        if (from.equals(to)) {
            return;
        }
        ResultFiles files = new ResultFiles(from, tier);
        try {
            OwnFile.folder(to);
        } catch (IOException e) {
            throw new ProblemException(to, "cannot be made: " + e.getMessage(), e);
        }
        files.all().stream()
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .forEach(file -> OwnFile.copy(file, to.resolve(file.getFileName()), MOST_BYTES));
    }
}
