package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of the workspace in which a caller wants results to be put too. They always stand in the strategy's own
/// folder, where everybody looks for them.
///
/// @param relative to the workspace
record OutputFolder(Workspace workspace, String relative) {
    private static final int MOST_BYTES = 64 << 20;

    /// @param strategy whose results are put there
    /// @throws ToolException when it leads out of the `.crypto` folder, or to files that others read there
    static OutputFolder of(Workspace workspace, StrategyId strategy, String given) {
        Path root = workspace.root();
        Path folder;
        try {
            folder = root.resolve(given).normalize();
        } catch (InvalidPathException e) {
            throw Arguments.wrong("'task_spec.output_dir' is no path: " + given);
        }
        if (!folder.startsWith(workspace.crypto()) || folder.equals(workspace.crypto())) {
            throw wrong("a folder below .crypto of the workspace", given);
        }
        folder = own(workspace, strategy, folder, given);
        try {
            OwnFile.requireFolder(folder);
        } catch (ProblemException e) {
            throw Arguments.wrong("'task_spec.output_dir': " + e.problem().headline());
        }
        return new OutputFolder(workspace, root.relativize(folder).toString());
    }

    /// A strategy has one folder: where only its id is given, its full name is meant.
    private static Path own(Workspace workspace, StrategyId strategy, Path folder, String given) {
        if (!folder.startsWith(workspace.strategies())) {
            if (kept(workspace).anyMatch(folder::startsWith)) {
                throw wrong("no folder in which the pipeline keeps other files", given);
            }
            return folder;
        }
        Path inner = workspace.strategies().relativize(folder);
        if (!StrategyId.ofFolder(inner.getName(0).toString()).equals(Optional.of(strategy))) {
            throw wrong("no other strategy's folder", given);
        }
        Path home = workspace
                .strategy(strategy)
                .orElseGet(() -> workspace.strategies().resolve(inner.getName(0)));
        return home.resolve(inner.getName(0).relativize(inner));
    }

    private static Stream<Path> kept(Workspace workspace) {
        return Stream.of(
                        workspace.settings(),
                        workspace.queue(),
                        workspace.history(),
                        workspace.learnings(),
                        workspace.data().resolve("any"))
                .map(Path::getParent);
    }

    private static ToolException wrong(String right, String given) {
        return Arguments.wrong(
                "'task_spec.output_dir' must be %s, found '%s'; leave it out and results stand in the strategy's own backtest-results folder"
                        .formatted(right, given));
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
                .filter(file -> PathEntry.isFile(file))
                .forEach(file -> OwnFile.copy(file, to.resolve(file.getFileName()), MOST_BYTES));
    }
}
