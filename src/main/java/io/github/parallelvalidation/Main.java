package io.github.parallelvalidation;

import io.github.parallelvalidation.cli.Cli;
import io.github.parallelvalidation.cli.Terminal;
import io.github.parallelvalidation.run.LocalValidation;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.worker.MemoryProbe;
import io.github.parallelvalidation.worker.WorkerCommand;
import java.time.Clock;

/// Starts the window or the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Validation validation = new LocalValidation(
                WorkerCommand.BuiltIn.ofThisProgram(),
                new BuiltInInspector(),
                MemoryProbe.ofSystem(),
                Clock.systemUTC());
        Terminal terminal = Terminal.ofProcess(System.getenv());
        System.exit(new Cli(validation, terminal, workspace -> 0).run(arguments));
    }
}
