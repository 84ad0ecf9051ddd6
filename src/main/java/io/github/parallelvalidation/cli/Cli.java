package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.ShortMemory;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/// Parses the command line, runs the command and turns failures into exit statuses.
public final class Cli {
    private final CommandLine commands;
    private final Terminal terminal;

    /// @param open opens the window
    public Cli(Validation validation, Terminal terminal, WindowOpener open) {
        this.terminal = terminal;
        commands = new CommandLine(new Root())
                .addSubcommand(new OpenCommand(open))
                .addSubcommand(new ValidateCommand(validation, terminal))
                .addSubcommand(new WatchCommand(validation, terminal))
                .addSubcommand(new DecideCommand(validation, terminal))
                .addSubcommand(new StatusCommand(validation, terminal))
                .addSubcommand(new ReportCommand(validation, terminal))
                .addSubcommand(new HistoryCommand(validation, terminal))
                .addSubcommand(new CheckCommand(validation, terminal))
                .addSubcommand(new InitCommand(terminal))
                .addSubcommand("worker", worker(terminal))
                .addSubcommand(new CommandLine.HelpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setOut(TerminalStream.writer(terminal.out()))
                .setErr(TerminalStream.writer(terminal.err()))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, terminal));
    }

    /// @return the exit status
    public int run(String... arguments) {
        return guarded(() -> commands.execute(arguments));
    }

    /// Runs something that is no command with the same answers to failures.
    ///
    /// @return the exit status
    public int guarded(Callable<Integer> action) {
        try {
            return action.call();
        } catch (Exception | Error e) {
            // The top of the program: also what no program can mend ends in a sentence.
            return explain(e, terminal);
        }
    }

    private static CommandLine worker(Terminal terminal) {
        CommandLine worker = new CommandLine(new WorkerPassThrough(terminal));
        // Its options are the worker protocol's, and the worker reads them itself.
        worker.setUnmatchedOptionsArePositionalParams(true);
        return worker;
    }

    /// A sentence for what a person can mend; a trace only under the sentence that says it is our mistake.
    private static int explain(Throwable failure, Terminal terminal) {
        return switch (failure) {
            case LockedException locked -> {
                terminal.err().println(locked.getMessage());
                yield ExitStatus.LOCKED;
            }
            case ProblemException problem -> {
                terminal.err().println(problem.getMessage());
                yield ExitStatus.USAGE_OR_FILE;
            }
            case RequestException wrong -> {
                terminal.err().println(wrong.getMessage());
                yield ExitStatus.USAGE_OR_FILE;
            }
            // A job of a run that failed so is handed on within an exception.
            case RuntimeException within when within.getCause() instanceof Error error -> explain(error, terminal);
            case OutOfMemoryError _ -> {
                terminal.err().println(ShortMemory.sentence());
                yield ExitStatus.OUR_MISTAKE;
            }
            default -> {
                terminal.err()
                        .println("This is a mistake in the program itself; please report it with the lines below.");
                failure.printStackTrace(terminal.err());
                yield ExitStatus.OUR_MISTAKE;
            }
        };
    }

    @Command(
            name = "parallel-validation",
            version = "parallel-validation 0.1.0",
            mixinStandardHelpOptions = true,
            description = "Screens trading strategies in parallel and says how many passes are luck.",
            footer = {"", "No command opens the dashboard on the last workspace."})
    private static final class Root implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("no command is handled before picocli is asked");
        }
    }
}
