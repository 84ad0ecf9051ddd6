package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `src/docs/functions.md`: what the code knows of each function, and a line about it.
final class FunctionsPage {
    static final Path PAGE = Path.of("src/docs/functions.md");
    private static final Path LINES = Path.of("src/test/resources/docs/functions.txt");
    private static final Path INTRODUCTION = Path.of("src/test/resources/docs/functions-introduction.md");
    private static final List<String> SERIES = List.of("close", "volume", "open");
    private static final int LONG_ENOUGH = 400;

    private FunctionsPage() {}

    /// A line about each function, by group.
    static Map<String, Map<String, String>> groups() {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        String group = "";
        for (String line : read(LINES).lines().toList()) {
            if (line.startsWith("# ")) {
                group = line.substring(2);
                groups.put(group, new LinkedHashMap<>());
            } else {
                String[] parts = line.split(" \\| ", 2);
                groups.getOrDefault(group, Map.of()).put(parts[0], parts[1]);
            }
        }
        return groups;
    }

    static String text() {
        StringBuilder page = new StringBuilder(read(INTRODUCTION));
        groups().forEach((group, functions) -> {
            page.append("\n## ")
                    .append(group)
                    .append("\n\n| call | gives | first bar with a value |\n|---|---|---:|\n");
            functions.forEach(
                    (name, line) -> page.append("| `%s` | %s | %s |\n".formatted(call(name), line, first(name))));
        });
        page.append("\n## Legal arguments\n\n| argument | of | legal |\n|---|---|---|\n");
        ranges().forEach((range, names) -> page.append("| `%s` | %s | %s |\n"
                .formatted(
                        range.get(0),
                        names.stream().map(name -> '`' + name + '`').collect(Collectors.joining(", ")),
                        range.get(1))));
        return page.toString();
    }

    private static String call(String name) {
        return Functions.all().find(name).map(Function::signature).orElse(name + "(a, b)");
    }

    /// Counted from 1, at the defaults; a dash where it depends on an argument without default, or where
    /// every bar has one.
    private static String first(String name) {
        Function function = Functions.all().find(name).orElse(null);
        if (function == null || function.elementwise() || hasOpenConstant(function)) {
            return "–";
        }
        Bars bars = TestBars.of(LONG_ENOUGH);
        String arguments = function.parameters().stream()
                .filter(parameter -> parameter.kind() == Function.Kind.SERIES)
                .map(parameter -> SERIES.get(function.parameters().indexOf(parameter)))
                .collect(Collectors.joining(", "));
        double[] values = TestBars.numbers(bars, name + "(" + arguments + ")");
        int missing = 0;
        while (missing < values.length && Double.isNaN(values[missing])) {
            missing++;
        }
        return String.valueOf(missing + 1);
    }

    private static boolean hasOpenConstant(Function function) {
        return function.parameters().stream()
                .anyMatch(parameter -> parameter.kind() != Function.Kind.SERIES
                        && parameter.fallback().isEmpty());
    }

    /// Argument and what is legal for it, with the functions for which that holds.
    private static Map<List<String>, List<String>> ranges() {
        Map<List<String>, List<String>> ranges = new LinkedHashMap<>();
        Functions.all().names().stream()
                .flatMap(name -> Functions.all().find(name).stream())
                .flatMap(function -> function.parameters().stream()
                        .filter(parameter -> parameter.kind() != Function.Kind.SERIES)
                        .map(parameter -> List.of(parameter.name(), parameter.range(), function.name())))
                .sorted(Comparator.comparing(List::toString))
                .forEach(found -> ranges.computeIfAbsent(found.subList(0, 2), range -> new ArrayList<>())
                        .add(found.get(2)));
        return ranges;
    }

    /// Functions that the page must have.
    static Stream<String> names() {
        return Functions.all().names().stream();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
