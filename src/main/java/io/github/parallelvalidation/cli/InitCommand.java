package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The `init` command: creates a new workspace.
@Command(name = "init", description = "Makes a new workspace, empty or with sample strategies and bars.")
final class InitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder that is to hold .crypto.")
    private @Nullable Path folder;

    @Option(names = "--sample", description = "With ten textbook strategies and real bars.")
    private boolean sample;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (folder == null) {
            throw new IllegalStateException("picocli requires the folder");
        }
        Workspace made = (sample ? WorkspaceTemplate.SAMPLE : WorkspaceTemplate.EMPTY)
                .copyTo(Workspace.named(folder).root());
        terminal.out().println("made the workspace " + made.root());
        return ExitStatus.ALL_PASSED;
    }
}
