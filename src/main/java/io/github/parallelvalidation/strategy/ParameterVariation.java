package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.number.PlainNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A parameter variation: values that replace some of a strategy's tunable parameters for one evaluation, without
/// touching its file.
///
/// @param number from 1
/// @param factor what the parameters were multiplied by
/// @param before the strategy's own values
/// @param tried the values that replace them
public record ParameterVariation(int number, double factor, Map<String, Double> before, Map<String, Double> tried) {
    public ParameterVariation {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        tried = Collections.unmodifiableMap(new LinkedHashMap<>(tried));
    }

    /// Where its worker writes, below `backtest-results`, and how its own file is called.
    public String name() {
        return name(number);
    }

    public static String name(int number) {
        return "fix-attempt-" + number;
    }

    /// The numbers as a JSON object.
    public String json() {
        return tried.entrySet().stream()
                .map(entry -> "\"" + entry.getKey().replace("\\", "\\\\").replace("\"", "\\\"") + "\": "
                        + PlainNumber.of(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
