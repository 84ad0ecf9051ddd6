package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.tools.HostProcess;
import io.github.parallelvalidation.tools.RunHost;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Holds the run of workers that `tool` spawned, when that command has ended. The program starts it by itself.
@Command(name = HostProcess.COMMAND, hidden = true, description = "Holds the run of spawned workers.")
final class HoldRunCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    HoldRunCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunHost host = new RunHost(validation, workspace.find(), PATIENCE, Clock.systemUTC(), terminal::mistake);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("host-end").unstarted(host::stop));
        host.serve();
        return ExitStatus.ALL_PASSED;
    }
}
