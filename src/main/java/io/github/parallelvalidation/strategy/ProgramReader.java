package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlSequence;
import io.github.parallelvalidation.workspace.YamlText;
import io.github.parallelvalidation.workspace.YamlValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Reads `signal.command`.
final class ProgramReader {
    private static final String WHAT = "signal.command";

    private ProgramReader() {}

    /// @param root the whole of `parameters.yaml`
    /// @param scaled whether the parameters are not the file's own
    static Program read(YamlMapping root, YamlNode node, Map<String, Value> parameters, boolean scaled) {
        YamlSequence list =
                node.asSequence(WHAT + " (an argument list such as [python3, signals.py, \"{bars}\", \"{signals}\"])");
        if (list.items().isEmpty()) {
            throw list.problem(WHAT + " names no program; write [python3, signals.py, \"{bars}\", \"{signals}\"]");
        }
        List<String> command = new ArrayList<>();
        TreeSet<String> fields = new TreeSet<>();
        for (YamlNode item : list.items()) {
            YamlScalar argument = text(item);
            Matcher field = Program.FIELD.matcher(argument.value());
            while (field.find()) {
                checkField(argument, field.group(1), parameters);
                fields.add(field.group(1));
            }
            command.add(argument.value());
        }
        for (String needed : List.of(Program.BARS, Program.SIGNALS)) {
            if (!fields.contains(needed)) {
                throw list.problem(
                        "%s needs {bars}, the file that the program reads, and {signals}, the one that it writes; {%s} is missing"
                                .formatted(WHAT, needed));
            }
        }
        return new Program(list, command, parameters, scaled ? Optional.of(text(root, parameters)) : Optional.empty());
    }

    private static YamlScalar text(YamlNode item) {
        if (item instanceof YamlMapping mapping && mapping.flow()) {
            throw item.problem("an argument of " + WHAT + " must be text; put a field in quotes: \"{bars}\"");
        }
        return item.asScalar("an argument of " + WHAT);
    }

    private static void checkField(YamlScalar argument, String field, Map<String, Value> parameters) {
        TreeSet<String> known = new TreeSet<>(parameters.keySet());
        known.addAll(List.of(Program.BARS, Program.SIGNALS, Program.PARAMETERS));
        if (!known.contains(field)) {
            throw argument.problem("the field '{%s}' of %s is not known%s; known are %s"
                    .formatted(field, WHAT, Compiler.didYouMean(field, known), String.join(", ", known)));
        }
    }

    /// The file as it would be with these parameters. Comments are lost; a program does not read them.
    private static String text(YamlMapping root, Map<String, Value> parameters) {
        Map<String, Object> plain = Value.plain(parameters);
        Map<String, @Nullable Object> document = YamlValues.map(root);
        for (String name : ParameterReader.SECTIONS) {
            root.find(name).ifPresent(section -> {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (YamlMapping.Pair pair : ParameterReader.pairs(section.asMapping(name))) {
                    String key = pair.key().value();
                    boolean isParameter = ParameterReader.isParameter(name, pair);
                    values.put(key, isParameter ? plain.get(key) : YamlValues.of(pair.value()));
                }
                document.put(name, values);
            });
        }
        return YamlText.dump(document);
    }
}
