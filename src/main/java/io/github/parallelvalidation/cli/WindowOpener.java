package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.workspace.Workspace;

/// Opens the window; the command line knows no more of it.
@FunctionalInterface
public interface WindowOpener {

    /// Opens the window on a workspace and returns when it is closed.
    ///
    /// @return the exit status
    int open(Workspace workspace);
}
