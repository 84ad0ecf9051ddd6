package io.github.parallelvalidation.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The `open` command: opens the dashboard.
@Command(name = "open", description = "Opens the dashboard on a workspace.")
final class OpenCommand implements Callable<Integer> {
    private final WindowOpener window;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    OpenCommand(WindowOpener window) {
        this.window = window;
    }

    @Override
    public Integer call() {
        return window.open(workspace.find());
    }
}
