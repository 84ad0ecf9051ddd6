package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where an open run is held that begins with a call in this process.
@FunctionalInterface
public interface Hosting {
    /// In this process, which lives as long as its caller does.
    Hosting HERE = (_, _, _) -> Optional.empty();

    /// @return the answer of the process that holds the run; empty: hold it here
    Optional<ToolAnswer> ask(Workspace workspace, String tool, Map<String, @Nullable Object> arguments)
            throws InterruptedException;
}
