package io.github.parallelvalidation.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Starts workers with a lower priority through `nice`, so that the researcher's own work goes first. `nice` becomes
/// the worker: process id, parent and exit status are the worker's.
public final class Priority {
    /// Windows has no such program; its workers run as they are.
    private static final Path NICE = Path.of("/usr/bin/nice");

    private static final Pattern SEPARATOR = Pattern.compile(":");

    private Priority() {}

    /// A command that is not there is left alone: the attempt to start it says so best.
    public static List<String> lowered(List<String> arguments, Path folder, Map<String, String> environment) {
        if (!Files.isExecutable(NICE) || !exists(arguments.getFirst(), folder, environment)) {
            return arguments;
        }
        List<String> lowered = new ArrayList<>(List.of(NICE.toString(), "-n", "10", "--"));
        lowered.addAll(arguments);
        return lowered;
    }

    private static boolean exists(String program, Path folder, Map<String, String> environment) {
        if (program.indexOf('/') >= 0) {
            return isProgram(folder.resolve(program));
        }
        return SEPARATOR
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .anyMatch(place -> isProgram(folder.resolve(place).resolve(program)));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
