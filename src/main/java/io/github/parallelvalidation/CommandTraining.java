package io.github.parallelvalidation;

import io.github.parallelvalidation.cli.Cli;
import io.github.parallelvalidation.cli.Terminal;
import io.github.parallelvalidation.mcp.ToolServer;
import io.github.parallelvalidation.tools.Hosting;
import io.github.parallelvalidation.tools.Tools;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/// The training run for the command line's cache: what people do first, on a copy of the sample workspace.
final class CommandTraining {
    private CommandTraining() {}

    /// @param arguments an empty folder
    static void main(String[] arguments) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        String workspace = Path.of(arguments[0], "workspace").toString();
        String page = Path.of(arguments[0], "run.html").toString();
        String[][] commands = {
            {"--version"},
            {"--help"},
            {"help", "validate"},
            {"init", "--sample", workspace},
            {"status", workspace},
            {"check", workspace},
            {"trust", workspace},
            {"check", workspace, "--json"},
            {"validate", workspace, "--dry-run"},
            {"validate", workspace, "--strategy", "STR-201", "--strategy", "STR-202", "--on-escalation", "continue"},
            // One whose failure looks fixable.
            {"validate", workspace, "--strategy", "STR-209", "--on-escalation", "continue"},
            {"validate", workspace, "--strategy", "STR-204", "--on-escalation", "continue", "--json"},
            {"status", workspace},
            {"status", workspace, "--json"},
            {"history", workspace},
            {"history", workspace, "--json"},
            {"report", workspace, "--html", page},
            {"tool", "--schemas"},
            {"tool", "status", workspace},
        };
        // The real one is asked for and then not used: what is printed here is for nobody.
        Terminal.ofProcess(System.getenv()).ending(0);
        try (PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            for (String[] command : commands) {
                new Main(new Terminal(nobody, nobody, null, false)).run(command);
            }
        }
        serve(new Workspace(Path.of(workspace)));
        System.exit(0);
    }

    /// What an agent's program says first.
    private static void serve(Workspace workspace) {
        String messages = """
            {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "training", "version": "1"}}}
            {"jsonrpc": "2.0", "method": "notifications/initialized"}
            {"jsonrpc": "2.0", "id": 2, "method": "tools/list"}
            {"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {"name": "status", "arguments": {}}}
            """;
        try (Tools tools = new Tools(Main.validation(), workspace, Hosting.HERE, Clock.systemUTC(), _ -> {})) {
            new ToolServer(
                            tools,
                            new ByteArrayInputStream(messages.getBytes(StandardCharsets.UTF_8)),
                            OutputStream.nullOutputStream())
                    .run("parallel-validation", Cli.VERSION, "training");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
