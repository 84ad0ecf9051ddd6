package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.workspace.Workspace;

/// Opens the window, so that the command line does not depend on JavaFX.
@FunctionalInterface
public interface WindowOpener {

    /// Opens the window on a workspace and returns when it is closed.
    ///
    /// @return the exit status
    int open(Workspace workspace);
}
