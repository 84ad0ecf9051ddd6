package io.github.parallelvalidation;

import io.github.parallelvalidation.cli.Cli;
import io.github.parallelvalidation.cli.Terminal;
import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.run.LocalValidation;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.supervise.WorkerCommand;
import io.github.parallelvalidation.tools.HostProcess;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.ui.frame.Dashboard;
import io.github.parallelvalidation.ui.frame.NoDisplayException;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.worker.WorkerMain;
import io.github.parallelvalidation.workspace.UserFolders;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Puts the program together and starts the window or the command line.
public final class Main {
    /// So long a person may look at a result before the next run.
    private static final Duration WORKERS_KEPT = Duration.ofMinutes(1);

    /// Commands that open no bars and no window, and leave no process: nothing of theirs is left to be ended or
    /// removed.
    private static final Set<String> NOTHING_LEFT = Set.of(
            "--help",
            "-h",
            "help",
            "status",
            "history",
            "report",
            "init",
            "trust",
            "new",
            "duplicate",
            "validate",
            "decide",
            "tool");

    private final Terminal terminal;
    private final Cli cli;

    Main(Terminal terminal) {
        this.terminal = terminal;
        cli = new Cli(validation(), terminal, this::open, new HostProcess(Main.class.getName()));
    }

    /// The command line's: workers end with their run.
    static Validation validation() {
        return validation(Duration.ZERO);
    }

    private static Validation validation(Duration workersKept) {
        Acceptances acceptances = Acceptances.ofUser();
        return new LocalValidation(
                WorkerCommand.BuiltIn.ofThisProgram(),
                new BuiltInInspector(acceptances),
                MemoryProbe.ofSystem(),
                MachineMemory.ofSystem(),
                Clock.systemUTC(),
                workersKept,
                acceptances);
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        if (Cli.asksForVersion(arguments)) {
            Terminal terminal = Terminal.withoutPerson();
            terminal.out().println(Cli.VERSION);
            Runtime.getRuntime().halt(terminal.ending(0));
        }
        if (arguments.length > 0 && arguments[0].equals("worker") && !Cli.asksForHelp(arguments)) {
            // Started with the memory of a worker, which has no room for the rest of the program.
            List<String> options = List.of(arguments).subList(1, arguments.length);
            Terminal terminal = Terminal.withoutPerson();
            System.exit(terminal.ending(WorkerMain.run(options, System.getenv(), terminal.out())));
        }
        Terminal terminal = Terminal.ofProcess(System.getenv());
        int status = terminal.ending(new Main(terminal).run(arguments));
        if (arguments.length > 0 && NOTHING_LEFT.contains(arguments[0])) {
            terminal.out().flush();
            terminal.err().flush();
            // exit() would look for a logger in every jar first, which takes longer than most of them.
            Runtime.getRuntime().halt(status);
        }
        System.exit(status);
    }

    /// @return the exit status
    int run(String... arguments) {
        if (arguments.length == 0) {
            return cli.guarded(this::begin);
        }
        // A folder alone is a workspace to open.
        boolean isFolder = arguments.length == 1 && Files.isDirectory(Path.of(arguments[0]));
        return isFolder ? cli.run("open", arguments[0]) : cli.run(arguments);
    }

    /// Without any argument: the window on the last workspace, or on the sample. Where there is no display, the
    /// sample alone is validated in the terminal: it is ours, and its user has yet to see what this program
    /// does.
    private int begin() {
        Workspace workspace = lastOrSample();
        boolean isSample =
                workspace.root().equals(new Workspace(UserFolders.ofProcess().sample()).root());
        return open(workspace, isSample ? cli::validateSample : cli::show);
    }

    private int open(Workspace workspace) {
        return open(workspace, cli::show);
    }

    /// @param otherwise what is done where there is no display
    private int open(Workspace workspace, ToIntFunction<Workspace> otherwise) {
        String why = "The window needs a display, and there is none here.";
        if (hasDisplay()) {
            try {
                Dashboard.launch(validation(WORKERS_KEPT), workspace);
                return 0;
            } catch (NoDisplayException e) {
                why = String.valueOf(e.getMessage());
            }
        }
        terminal.err().println(why);
        terminal.err().println("Workspace " + workspace.root());
        return otherwise.applyAsInt(workspace);
    }

    /// Windows and macOS always have one; elsewhere JavaFX needs X11, also under Wayland.
    private static boolean hasDisplay() {
        String system = System.getProperty("os.name", "");
        return system.startsWith("Windows")
                || system.startsWith("Mac")
                || !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
    }

    private Workspace lastOrSample() {
        return Dashboard.lastWorkspace().orElseGet(() -> {
            Path sample = UserFolders.ofProcess().sample();
            return Files.isDirectory(sample.resolve(Workspace.FOLDER))
                    ? new Workspace(sample)
                    : WorkspaceTemplate.SAMPLE.copyTo(sample);
        });
    }
}
