package io.github.parallelvalidation.trust;

import io.github.parallelvalidation.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files behind a program that a workspace names: the program itself, and arguments that are files. For a
/// person to look at before he accepts; what is accepted is the argument list.
public final class ProgramFiles {
    private static final String STRATEGY_FOLDER = "{strategy_dir}";
    private static final String WORKSPACE = "{workspace}";
    private static final int MOST_FOLDERS = 20;
    private static final List<String> WINDOWS_ENDINGS = List.of("", ".exe", ".cmd", ".bat");
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private final NamedProgram program;
    private final String searchPath;
    private final Set<Path> files = new LinkedHashSet<>();

    private ProgramFiles(NamedProgram program, String searchPath) {
        this.program = program;
        this.searchPath = searchPath;
    }

    /// @param environment where `PATH` is
    public static List<Path> of(NamedProgram program, Map<String, String> environment) {
        ProgramFiles found = new ProgramFiles(program, environment.getOrDefault("PATH", ""));
        found.look();
        return List.copyOf(found.files);
    }

    /// The same with the environment of this process.
    public static List<Path> of(NamedProgram program) {
        return of(program, System.getenv());
    }

    private void look() {
        String first = program.arguments().getFirst();
        if (first.indexOf('/') < 0 && first.indexOf(File.separatorChar) < 0) {
            onSearchPath(first).ifPresent(files::add);
        } else {
            argument(first);
        }
        program.arguments().stream().skip(1).forEach(argument -> {
            argument(argument);
            argument(argument.substring(argument.indexOf('=') + 1));
        });
    }

    private Optional<Path> onSearchPath(String name) {
        return SEPARATOR
                .splitAsStream(searchPath)
                .flatMap(place -> endings()
                        .flatMap(ending -> path(place).stream()
                                .flatMap(folder ->
                                        path(folder.resolve(name + ending).toString()).stream())))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<String> endings() {
        return File.separatorChar == '\\' ? WINDOWS_ENDINGS.stream() : Stream.of("");
    }

    private void argument(String text) {
        if (program.use() == ProgramUse.WORKER && text.contains(STRATEGY_FOLDER)) {
            strategyFolders().forEach(folder -> file(text.replace(STRATEGY_FOLDER, folder.toString())));
        } else {
            file(text);
        }
    }

    private void file(String text) {
        String name = program.use() == ProgramUse.WORKER
                ? text.replace(WORKSPACE, program.folder().toString())
                : text;
        if (!name.isBlank()) {
            path(name).filter(Files::isRegularFile).ifPresent(files::add);
        }
    }

    private Optional<Path> path(String name) {
        try {
            Path path = program.folder().resolve(name);
            Path plain = path.normalize();
            // Past a link, `..` leads elsewhere than the text says.
            boolean isSame = Files.exists(path) && Files.exists(plain) && Files.isSameFile(path, plain);
            return Optional.of(isSame ? plain : path);
        } catch (IOException notToBeCompared) {
            return Optional.of(program.folder().resolve(name));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private List<Path> strategyFolders() {
        Path folder = new Workspace(program.folder()).strategies();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().limit(MOST_FOLDERS).toList();
        } catch (IOException notToBeListed) {
            return List.of();
        }
    }
}
