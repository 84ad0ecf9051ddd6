package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A strategy's own program, as configured in `signal.command`.
public final class Program {
    static final String BARS = "bars";
    static final String SIGNALS = "signals";
    static final String PARAMETERS = "parameters";
    static final Pattern FIELD = Pattern.compile("\\{([A-Za-z_][A-Za-z_0-9]*)}");

    private final YamlNode written;
    private final List<String> command;
    private final Map<String, Value> parameters;
    private final Optional<String> scaledFile;

    /// @param written where the command stands in `parameters.yaml`
    /// @param command the argument list, with fields such as `{bars}`
    /// @param scaledFile the text of `parameters.yaml` with these parameters, where they are not the file's own
    Program(YamlNode written, List<String> command, Map<String, Value> parameters, Optional<String> scaledFile) {
        this.written = written;
        this.command = List.copyOf(command);
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.scaledFile = scaledFile;
    }

    /// The strategy's folder, in which the program runs.
    public Path folder() {
        return Objects.requireNonNull(file().toAbsolutePath().getParent(), "a file has a folder");
    }

    /// The `parameters.yaml` that names the program.
    public Path file() {
        return written.source().file();
    }

    /// The text of that file with every tunable number scaled; empty where the file's own numbers are meant.
    public Optional<String> scaledFile() {
        return scaledFile;
    }

    public List<String> command() {
        return command;
    }

    public Map<String, Value> parameters() {
        return parameters;
    }

    /// The argument list as it is named: texts and truth values of the parameters are part of it, since they
    /// say what is run as much as its own words do. Files and numbers stay fields; a brace of a text is
    /// doubled.
    public List<String> named() {
        Map<String, String> fields = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            switch (value) {
                case Value.Text(String text) -> fields.put(name, text.replace("{", "{{"));
                case Value.Truth(boolean truth) -> fields.put(name, String.valueOf(truth));
                case Value.Amount _ -> {}
            }
        });
        List.of(BARS, SIGNALS, PARAMETERS).forEach(fields::remove);
        return command.stream()
                .map(argument -> FIELD.matcher(argument)
                        .replaceAll(
                                field -> Matcher.quoteReplacement(fields.getOrDefault(field.group(1), field.group()))))
                .toList();
    }

    /// The argument list with its fields filled.
    public List<String> arguments(Path bars, Path signals, Path parametersFile) {
        Map<String, String> fields = new LinkedHashMap<>();
        Value.plain(parameters).forEach((name, value) -> fields.put(name, value.toString()));
        fields.put(BARS, bars.toString());
        fields.put(SIGNALS, signals.toString());
        fields.put(PARAMETERS, parametersFile.toString());
        return command.stream()
                .map(argument -> FIELD.matcher(argument)
                        .replaceAll(field -> Matcher.quoteReplacement(
                                Objects.requireNonNull(fields.get(field.group(1)), "fields are checked when read"))))
                .toList();
    }

    /// A complaint that points at the command.
    public ProblemException problem(String message) {
        return written.problem(message);
    }
}
