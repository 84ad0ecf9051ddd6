package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.LackText;
import io.github.parallelvalidation.idea.IdeaException;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.run.RunStoppedException;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.tools.HostProcess;
import io.github.parallelvalidation.tools.Hosting;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.trust.QuestionText;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Parses the command line, runs the command and turns failures into exit statuses.
public final class Cli {
    static final String NUMBER = "0.1.0";
    public static final String VERSION = "parallel-validation " + NUMBER;
    private static final String VALIDATE = "validate";
    private static final Set<String> VERSION_OPTIONS = Set.of("--version", "-V");
    private static final Set<String> HELP_OPTIONS = Set.of("--help", "-h");

    private final Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    private final Terminal terminal;

    /// A command line whose process ends with its command.
    ///
    /// @param open opens the window
    public Cli(Validation validation, Terminal terminal, WindowOpener open) {
        this(validation, terminal, open, Hosting.HERE);
    }

    /// @param open opens the window
    /// @param hosting where runs are held that outlive a command
    public Cli(Validation validation, Terminal terminal, WindowOpener open, Hosting hosting) {
        this.terminal = terminal;
        add("open", () -> new OpenCommand(open));
        add(VALIDATE, () -> new ValidateCommand(validation, terminal));
        add("watch", () -> new WatchCommand(validation, terminal));
        add("decide", () -> new DecideCommand(validation, terminal));
        add("status", () -> new StatusCommand(validation, terminal));
        add("report", () -> new ReportCommand(validation, terminal));
        add("history", () -> new HistoryCommand(validation, terminal));
        add("check", () -> new CheckCommand(validation, terminal));
        add("new", () -> new NewCommand(validation, terminal));
        add("duplicate", () -> new DuplicateCommand(validation, terminal));
        add("trust", () -> new TrustCommand(validation, terminal));
        add("tool", () -> new ToolCommand(validation, terminal, hosting));
        add("mcp", () -> new McpCommand(validation, terminal));
        add(HostProcess.COMMAND, () -> new HoldRunCommand(validation, terminal));
        add("init", () -> new InitCommand(terminal));
        commands.put("worker", () -> worker(terminal));
        add("help", CommandLine.HelpCommand::new);
    }

    /// Whether nothing but the version is asked for, which needs no more than [#VERSION].
    public static boolean asksForVersion(String... arguments) {
        return arguments.length == 1 && VERSION_OPTIONS.contains(arguments[0]);
    }

    /// Whether a command is only to be explained.
    public static boolean asksForHelp(String... arguments) {
        return Stream.of(arguments).anyMatch(HELP_OPTIONS::contains);
    }

    private void add(String name, Supplier<Object> command) {
        commands.put(name, () -> withHelp(new CommandLine(command.get())));
    }

    /// Each command explains itself.
    private static CommandLine withHelp(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Shows this help.")
                    .build());
        }
        return command;
    }

    /// @return the exit status
    public int run(String... arguments) {
        if (asksForVersion(arguments)) {
            terminal.out().println(VERSION);
            return ExitStatus.ALL_PASSED;
        }
        String[] full = withCommand(arguments);
        return guarded(() -> commandLine(full).execute(full));
    }

    /// Options of `validate` without a command mean `validate`: `parallel-validation --workers 3`.
    String[] withCommand(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean isOfTheProgram = VERSION_OPTIONS.contains(first) || HELP_OPTIONS.contains(first);
        if (!first.startsWith("-") || isOfTheProgram) {
            return arguments;
        }
        CommandSpec validate =
                Objects.requireNonNull(commands.get(VALIDATE)).get().getCommandSpec();
        return validate.findOption(first.split("=", 2)[0]) == null
                ? arguments
                : Stream.concat(Stream.of(VALIDATE), Stream.of(arguments)).toArray(String[]::new);
    }

    /// All commands with their options.
    CommandLine model() {
        return commandLine("help");
    }

    /// picocli looks at every command that it is given, which takes longer than most commands do: it is given the one
    /// that is asked for, and all only where their list may be shown.
    private CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Root());
        String first = arguments.length == 0 ? "" : arguments[0];
        commands.forEach((name, command) -> {
            if (name.equals(first) || first.equals("help") || !commands.containsKey(first)) {
                line.addSubcommand(name, command.get());
            }
        });
        boolean json = List.of(arguments).contains("--json");
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setOut(TerminalStream.writer(terminal.out()))
                .setErr(TerminalStream.writer(terminal.err()))
                .setParameterExceptionHandler((wrong, _) -> {
                    int status = new UsageMistake(wrong).print();
                    if (json) {
                        Json.printLine(terminal.out(), Schema.ERROR, ErrorDocument.of(wrong, status));
                    }
                    return status;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    int status = explain(failure, terminal);
                    if (json) {
                        printFailure(failure, status);
                    }
                    return status;
                });
    }

    /// On one line, as `watch` prints its documents.
    private void printFailure(Exception failure, int status) {
        if (failure instanceof NotAcceptedException refused) {
            Json.printLine(terminal.out(), Schema.NOT_ACCEPTED, ProgramsDocument.of(refused));
        } else {
            Json.printLine(terminal.out(), Schema.ERROR, ErrorDocument.of(failure, status));
        }
    }

    /// What the window would show first, where there is none: the state of the workspace. Nothing is started.
    ///
    /// @return the exit status
    public int show(Workspace workspace) {
        terminal.err().println("This is what `status` shows; nothing was started.");
        return run("status", workspace.root().toString());
    }

    /// Validates the sample that comes with the program, where there is no window for it.
    ///
    /// @return 0 when all went as it does in the window: strategies that fail and a question that stays open
    ///     are part of that
    public int validateSample(Workspace sample) {
        terminal.err()
                .println("Validating the sample in the terminal instead: the window would show four workers at work,"
                        + " and this table when they are done.");
        int status = run("validate", sample.root().toString());
        boolean isIntended = status == ExitStatus.SOME_FAILED || status == ExitStatus.DECISION_PENDING;
        if (status == ExitStatus.DECISION_PENDING) {
            terminal.err()
                    .println("The window would now ask for that decision; here it waits for: decide %s --with continue"
                            .formatted(sample.root()));
        }
        return isIntended ? ExitStatus.ALL_PASSED : status;
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
        CommandLine worker = withHelp(new CommandLine(new WorkerPassThrough(terminal)));
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
            case NotAcceptedException refused -> {
                QuestionText.lines(refused).forEach(terminal.err()::println);
                yield ExitStatus.NOT_ACCEPTED;
            }
            case ProblemException problem -> {
                terminal.err().println(problem.getMessage());
                yield ExitStatus.USAGE_OR_FILE;
            }
            case IdeaException wrong -> {
                terminal.err().println(wrong.getMessage());
                yield ExitStatus.USAGE_OR_FILE;
            }
            case RequestException wrong -> {
                terminal.err().println(wrong.getMessage());
                yield ExitStatus.USAGE_OR_FILE;
            }
            case RunStoppedException stopped -> {
                terminal.err().println(stopped.getMessage());
                explain(stopped.reason(), terminal);
                yield ExitStatus.OUR_MISTAKE;
            }
            // A job of a run that failed so is handed on within an exception.
            case RuntimeException within when within.getCause() instanceof Error error -> explain(error, terminal);
            case Throwable lack
            when LackText.of(lack).isPresent() -> {
                terminal.err().println(LackText.of(lack).orElseThrow());
                yield ExitStatus.OUR_MISTAKE;
            }
            default -> {
                terminal.mistake(failure);
                yield ExitStatus.OUR_MISTAKE;
            }
        };
    }

    @Command(
            name = "parallel-validation",
            version = VERSION,
            mixinStandardHelpOptions = true,
            description = "Screens trading strategies in parallel and says how many passes are luck.",
            footer = {
                "",
                "Without anything it opens the dashboard on the last workspace.",
                "Options of validate without a command mean validate:",
                "  parallel-validation --workers 3",
                "  parallel-validation --queue-size 5",
                "  parallel-validation --dry-run"
            })
    private static final class Root implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("no command is handled before picocli is asked");
        }
    }
}
