package io.github.parallelvalidation;

import io.github.parallelvalidation.cli.Cli;
import io.github.parallelvalidation.cli.Terminal;
import io.github.parallelvalidation.run.LocalValidation;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.worker.MemoryProbe;
import io.github.parallelvalidation.worker.StrategyInspector;
import io.github.parallelvalidation.worker.WorkerCommand;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Starts the window or the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Validation validation = new LocalValidation(
                WorkerCommand.BuiltIn.ofThisProgram(),
                new StrategyInspector() {
                    @Override
                    public Findings inspect(Workspace workspace, Path f, io.github.parallelvalidation.gate.Tier tier) {
                        return new Findings(List.<Problem>of(), List.of());
                    }

                    @Override
                    public Path bars(Workspace workspace, Path f) {
                        return f;
                    }
                },
                MemoryProbe.ofSystem(),
                Clock.systemUTC());
        Terminal terminal = Terminal.ofProcess(System.getenv());
        System.exit(new Cli(validation, terminal, w -> 0).run(arguments));
    }
}
