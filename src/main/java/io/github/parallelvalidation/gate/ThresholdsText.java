package io.github.parallelvalidation.gate;

import io.github.parallelvalidation.number.PlainNumber;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Formats thresholds by gate name as they are typed and stored: `hit_rate=0.0045 ic=0.009`.
public final class ThresholdsText {
    private ThresholdsText() {}

    public static String of(Map<String, Double> thresholds) {
        return new TreeMap<>(thresholds)
                .entrySet().stream()
                        .map(gate -> gate.getKey() + "=" + PlainNumber.of(gate.getValue()))
                        .collect(Collectors.joining(" "));
    }
}
