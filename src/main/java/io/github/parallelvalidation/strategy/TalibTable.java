package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.strategy.Function.Kind;
import io.github.parallelvalidation.strategy.Function.Parameter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/// The signatures of TA-Lib's functions, from a small resource table. TA-Lib's own annotations say the same, but
/// reading them takes a fifth of a second, which every worker would pay; a test compares the table with them.
final class TalibTable {
    private static final String FILE = "talib-functions.txt";
    private static final int MOST_MA_TYPE = 8;

    /// TA-Lib refuses a real number beyond it, or below its negative, where it says no limit of its own.
    private static final double MOST_REAL = 3e37;

    private TalibTable() {}

    /// @param lines per function: its name and the names of its outputs
    record Read(Map<String, Function> functions, Map<String, List<String>> lines) {}

    static Read read() {
        Map<String, Function> functions = new LinkedHashMap<>();
        Map<String, List<String>> outputs = new LinkedHashMap<>();
        try (InputStream stream = Objects.requireNonNull(TalibTable.class.getResourceAsStream(FILE), FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    add(words(line), functions, outputs);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Read(functions, outputs);
    }

    private static void add(List<String> words, Map<String, Function> functions, Map<String, List<String>> outputs) {
        boolean whole = words.contains("=>>");
        int arrow = words.indexOf(whole ? "=>>" : "=>");
        String inputs = words.get(2);
        List<Parameter> options =
                words.subList(3, arrow).stream().map(TalibTable::option).toList();
        List<Parameter> parameters = new ArrayList<>();
        long series = inputs.chars().filter(c -> c == 'R').count();
        for (int i = 0; i < series; i++) {
            parameters.add(Parameter.series(series == 1 ? "real" : "real" + i));
        }
        parameters.addAll(options);
        List<String> names = words.subList(arrow + 1, words.size());
        TalibFunction kernel = new TalibFunction(words.get(1), inputs, options, names.size(), whole);
        for (int i = 0; i < names.size(); i++) {
            functions.put(names.get(i), new Function(names.get(i), parameters, kernel, i, false));
        }
        outputs.put(words.getFirst(), names);
    }

    /// `name=default:least:most`, the default of a real beginning with `~`, of a moving-average type with `@`.
    private static Parameter option(String word) {
        int equals = word.indexOf('=');
        int colon = word.indexOf(':');
        int second = word.lastIndexOf(':');
        String name = word.substring(0, equals);
        String fallback = word.substring(equals + 1, colon < 0 ? word.length() : colon);
        double most = second > colon ? Double.parseDouble(word.substring(second + 1)) : MOST_REAL;
        double least = colon < 0
                ? -MOST_REAL
                : Double.parseDouble(word.substring(colon + 1, second > colon ? second : word.length()));
        return switch (fallback.charAt(0)) {
            case '~' -> new Parameter(name, Kind.REAL, least, most, number(fallback.substring(1)));
            case '@' -> new Parameter(name, Kind.WHOLE, 0, MOST_MA_TYPE, number(fallback.substring(1)));
            default -> new Parameter(name, Kind.WHOLE, least, Function.LONGEST, number(fallback));
        };
    }

    private static OptionalDouble number(String text) {
        return OptionalDouble.of(Double.parseDouble(text));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < line.length()) {
            int space = line.indexOf(' ', start);
            int end = space < 0 ? line.length() : space;
            words.add(line.substring(start, end));
            start = end + 1;
        }
        return words;
    }
}
