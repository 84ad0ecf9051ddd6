package io.github.parallelvalidation.mcp;

import io.github.parallelvalidation.Main;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The program itself as a server, in a process of its own.
final class ServerProgram {
    private ServerProgram() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static List<String> arguments(TestWorkspace workspace) {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "mcp",
                workspace.root());
    }

    /// Programs of test workspaces are accepted there; caches are its own.
    static Map<String, String> environment(TestWorkspace workspace) {
        Map<String, String> environment = new HashMap<>(Trust.environment());
        environment.put(
                "XDG_CACHE_HOME", workspace.workspace().root().resolve("cache").toString());
        return environment;
    }

    static Process start(TestWorkspace workspace) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments(workspace));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(workspace.workspace().root().resolve("err.txt").toFile());
        builder.environment().putAll(environment(workspace));
        return builder.start();
    }
}
