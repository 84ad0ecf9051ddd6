package io.github.parallelvalidation.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// The folders of strategies for who goes through many of them. The way to their common folder is followed once, and
/// beyond it only links are: to follow the whole way for each of a thousand takes longer than what is done there.
public final class ManyStrategies {
    private final Workspace workspace;
    private final boolean isInside;

    private ManyStrategies(Workspace workspace, boolean isInside) {
        this.workspace = workspace;
        this.isInside = isInside;
    }

    /// For one pass: that a folder above them is moved meanwhile is not seen.
    public static ManyStrategies of(Workspace workspace) {
        return new ManyStrategies(workspace, workspace.isInside(workspace.strategies()));
    }

    /// The folder of a strategy, as [Workspace#strategy] gives it.
    ///
    /// @throws ProblemException when there are two, or when it leads out of the workspace
    public Optional<Path> folder(StrategyId id) {
        return workspace.named(id).map(folder -> isInside && isFolder(folder) ? folder : workspace.inside(folder));
    }

    /// A file in the folder of a strategy, where there is one, as [Workspace#inside] lets it pass.
    ///
    /// @param folder as [#folder] gave it
    /// @throws ProblemException when it leads out of the workspace
    public Optional<Path> file(Path folder, String name) {
        Path file = folder.resolve(name);
        return PathEntry.isFile(file)
                ? Optional.of(file)
                : Optional.of(file).filter(Files::exists).map(workspace::inside);
    }

    /// A junction of Windows is a folder that is something else besides.
    private static boolean isFolder(Path path) {
        BasicFileAttributes found = PathEntry.of(path);
        return found != null && found.isDirectory() && !found.isOther();
    }
}
