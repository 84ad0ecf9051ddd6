package io.github.parallelvalidation.mcp;

import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The program itself as a server, in a process of its own.
final class ServerProgram {
    private ServerProgram() {}

    static List<String> command(TestWorkspace workspace) {
        return Program.command("mcp", workspace.root());
    }

    /// Programs of test workspaces are accepted there; caches are its own.
    static Map<String, String> environment(TestWorkspace workspace) {
        Map<String, String> environment = new HashMap<>(Trust.environment());
        environment.put(
                "XDG_CACHE_HOME", workspace.workspace().root().resolve("cache").toString());
        return environment;
    }

    /// What it said on standard error; what Java itself says of options in the environment is not its own.
    static List<String> errors(TestWorkspace workspace) {
        return workspace
                .read("err.txt")
                .lines()
                .filter(line -> !line.startsWith("Picked up "))
                .toList();
    }

    static Process start(TestWorkspace workspace) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(workspace))
                .redirectError(workspace.workspace().root().resolve("err.txt").toFile());
        builder.environment().putAll(environment(workspace));
        return builder.start();
    }
}
