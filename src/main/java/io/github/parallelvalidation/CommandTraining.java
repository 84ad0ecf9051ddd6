package io.github.parallelvalidation;

import io.github.parallelvalidation.cli.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
            {"validate", workspace, "--strategy", "STR-204", "--on-escalation", "continue", "--json"},
            {"status", workspace},
            {"status", workspace, "--json"},
            {"history", workspace},
            {"history", workspace, "--json"},
            {"report", workspace, "--html", page},
        };
        // The real one is asked for and then not used: what is printed here is for nobody.
        Terminal.ofProcess(System.getenv()).ending(0);
        try (PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            for (String[] command : commands) {
                new Main(new Terminal(nobody, nobody, null, false)).run(command);
            }
        }
        System.exit(0);
    }
}
