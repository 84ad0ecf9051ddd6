package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Symbols;
import io.github.parallelvalidation.workspace.PlainFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Sha256;
import io.github.parallelvalidation.workspace.YamlValues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Computes the parameters hash: a short digest of all that decides a strategy's signals.
final class StrategyHash {
    private static final int DIGITS = 16;

    private StrategyHash() {}

    /// @param program its script counts with its content: a changed one is another strategy
    static String of(StrategySource source, Map<String, Value> parameters, Optional<Program> program) {
        StringBuilder text = new StringBuilder();
        line(text, "asset", Symbols.normalised(source.asset()));
        line(text, "timeframe", source.timeframe().label());
        Map<String, @Nullable Object> signal =
                new TreeMap<>(YamlValues.map(source.rules().signal()));
        // How luck is counted decides no signal: the same strategy is one trial, whatever it is compared with.
        signal.keySet().removeAll(RuleSource.OF_THE_PLACEBO);
        signal.forEach((key, value) -> line(text, "signal." + key, value));
        for (String side : List.of("long", "short")) {
            source.rules()
                    .exit()
                    .flatMap(exit -> exit.find(side))
                    .ifPresent(rule -> line(text, "exit." + side, YamlValues.of(rule)));
        }
        new TreeMap<>(Value.plain(parameters)).forEach((name, value) -> line(text, name, value));
        program.ifPresent(own -> files(own).forEach(file -> line(text, file.toString(), contentOf(own, file))));
        return Sha256.of(text.toString()).substring(0, DIGITS);
    }

    /// Files in the strategy's folder that the command names.
    private static List<Path> files(Program program) {
        return program.command().stream()
                .filter(argument -> !argument.contains("{"))
                .flatMap(argument -> path(argument).stream())
                .filter(path -> !path.isAbsolute()
                        && Files.isRegularFile(program.folder().resolve(path)))
                .toList();
    }

    private static Optional<Path> path(String argument) {
        try {
            return Optional.of(Path.of(argument));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static String contentOf(Program program, Path file) {
        Path path = program.folder().resolve(file);
        try (InputStream content = PlainFile.stream(path)) {
            return Sha256.of(content);
        } catch (IOException e) {
            throw new ProblemException(path, "the file cannot be read: " + e.getMessage(), e);
        }
    }

    private static void line(StringBuilder text, String name, @Nullable Object value) {
        text.append(name).append(' ').append(String.valueOf(value).strip()).append('\n');
    }
}
