package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// The WORKSPACE argument that most commands share.
final class WorkspaceArgument {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WORKSPACE",
            description = "The folder that holds .crypto; default: this folder, else the nearest one above it.")
    private @Nullable Path folder;

    /// As [#find], but a folder that is named need not hold `.crypto` yet.
    Workspace findOrAwait() {
        return folder != null && Files.isDirectory(folder) ? Workspace.named(folder) : find();
    }

    Workspace find() {
        return find(folder);
    }

    /// @param folder null for the current one, else the nearest above it
    static Workspace find(@Nullable Path folder) {
        if (folder != null) {
            Workspace named = Workspace.named(folder);
            if (!Files.isDirectory(named.crypto())) {
                throw new ProblemException(Problem.of(
                        folder, "holds no .crypto folder; name a workspace, or make one with: init " + folder));
            }
            return named;
        }
        Path here = Path.of("");
        return Workspace.find(here)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        here.toAbsolutePath(),
                        "neither this folder nor one above it holds .crypto; name a workspace, or make"
                                + " one with: init DIR")));
    }
}
