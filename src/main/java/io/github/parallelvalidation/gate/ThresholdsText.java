package io.github.parallelvalidation.gate;

import io.github.parallelvalidation.number.PlainNumber;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/// Formats thresholds by gate name as they are typed and stored: `hit_rate=0.0045 ic=0.009`.
public final class ThresholdsText {
    private ThresholdsText() {}

    public static String of(Map<String, Double> thresholds) {
        StringJoiner text = new StringJoiner(" ");
        new TreeMap<>(thresholds).forEach((gate, threshold) -> text.add(gate + "=" + PlainNumber.of(threshold)));
        return text.toString();
    }
}
