package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.mcp.ToolServer;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.tools.Hosting;
import io.github.parallelvalidation.tools.Tools;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The `mcp` command: serves the tools to an agent's program until that closes its end.
@Command(name = "mcp", description = "Serves the tools over the Model Context Protocol, on standard input and output.")
final class McpCommand implements Callable<Integer> {
    private static final String INSTRUCTIONS = """
        Validates trading strategies of one workspace in parallel and says how many passes are luck. Spawn a worker for each \
        strategy, poll them, merge; or validate the queue at once. Tell your user expected_lucky_passes beside the number that \
        passed. Never loosen gates or try variations until something passes: each try is a trial that is counted.\
        """;

    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    McpCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Workspace chosen = workspace.find();
        Terminal.Streams streams = Terminal.takeStreams();
        try (Tools tools = new Tools(validation, chosen, Hosting.HERE, Clock.systemUTC(), terminal::mistake)) {
            ToolServer server = new ToolServer(tools, streams.in(), streams.out());
            Thread hook = Thread.ofPlatform().name("server-end").unstarted(() -> end(server));
            Runtime.getRuntime().addShutdownHook(hook);
            server.run("parallel-validation", Cli.NUMBER, INSTRUCTIONS);
            return ExitStatus.ALL_PASSED;
        }
    }

    private static void end(ToolServer server) {
        try {
            server.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
