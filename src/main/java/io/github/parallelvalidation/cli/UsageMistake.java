package io.github.parallelvalidation.cli;

import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Arguments that were not understood, in one line that says what to do: the whole help would push it out of sight.
///
/// @param wrong as picocli or a command said it
record UsageMistake(ParameterException wrong) {
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\]]*)\\] \\(case-insensitive\\)");

    /// The sentence, in words that do not take a programmer.
    String sentence() {
        String words = String.valueOf(wrong.getMessage())
                .replace("is not an int", "is no whole number")
                .replace("is not a double", "is no number");
        return CHOICE.matcher(words).replaceAll("$1");
    }

    /// @return the exit status
    int print() {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(sentence()));
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("More: %s --help".formatted(command.getCommandSpec().qualifiedName()));
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
