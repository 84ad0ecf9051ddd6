package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.strategy.Program;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Resolves a strategy's program: a bare name on the search path, anything else from the strategy's folder.
final class ProgramPath {
    private static final List<String> WINDOWS_ENDINGS = List.of("", ".exe", ".cmd", ".bat");

    private ProgramPath() {}

    /// @param environment where `PATH` is
    /// @throws ProblemException with all that was tried, when it is not there
    static Path find(Program program, Map<String, String> environment) {
        String name = program.command().getFirst();
        List<Path> tried = candidates(program, name, environment);
        Optional<Path> found = tried.stream()
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                .findFirst();
        return found.orElseThrow(() -> program.problem("the program '%s' is not there or cannot be executed; tried %s%s"
                .formatted(
                        name,
                        tried.stream().map(Path::toString).collect(Collectors.joining(", ")),
                        hint(program, name))));
    }

    private static List<Path> candidates(Program program, String name, Map<String, String> environment) {
        try {
            if (!isBare(name)) {
                return List.of(program.folder().resolve(name));
            }
            List<Path> candidates = new ArrayList<>();
            for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
                Path absolute = program.folder().resolve(folder);
                endings().map(ending -> absolute.resolve(name + ending)).forEach(candidates::add);
            }
            return candidates;
        } catch (InvalidPathException e) {
            throw program.problem("the program '%s' is no path: %s".formatted(name, e.getMessage()));
        }
    }

    private static Stream<String> endings() {
        return File.separatorChar == '\\' ? WINDOWS_ENDINGS.stream() : Stream.of("");
    }

    private static boolean isBare(String name) {
        return name.indexOf('/') < 0 && name.indexOf(File.separatorChar) < 0;
    }

    private static String hint(Program program, String name) {
        return isBare(name) && Files.isRegularFile(program.folder().resolve(name))
                ? "; the strategy's own folder is not searched: write ./" + name
                : "";
    }
}
