package io.github.parallelvalidation.gate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The metrics that a worker measured. A metric that could not be computed is null and has a reason.
///
/// @param values metric name to a finite number, a mapping or list of more, or null, in the worker's order
/// @param reasons why a metric is null
public record Metrics(Map<String, @Nullable Object> values, Map<String, String> reasons) {
    public static final Metrics NONE = new Metrics(Map.of(), Map.of());

    public Metrics {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /// Values as they stand in a document, without reasons.
    static Metrics of(Map<?, ?> document) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        document.forEach((name, value) -> values.put(String.valueOf(name), value));
        return new Metrics(values, Map.of());
    }

    /// All that have a number, by name.
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Number number) {
                numbers.put(name, number.doubleValue());
            }
        });
        return numbers;
    }

    public OptionalDouble number(String name) {
        return values.get(name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /// What a metric says by name, a month or a tenth, in the worker's order; what is not known is left out.
    public Map<String, Double> series(String name) {
        Map<String, Double> series = new LinkedHashMap<>();
        if (values.get(name) instanceof Map<?, ?> said) {
            said.forEach((key, value) -> {
                if (value instanceof Number number) {
                    series.put(String.valueOf(key), number.doubleValue());
                }
            });
        }
        return series;
    }

    /// Why a metric has no number.
    public String whyMissing(String name) {
        return reasons.getOrDefault(name, values.containsKey(name) ? "not computed" : "not reported");
    }

    /// These metrics and one more.
    public Metrics with(String name, Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Metrics(more, reasonsBut(name));
    }

    /// These metrics but one.
    public Metrics leavingOut(String name) {
        if (!values.containsKey(name) && !reasons.containsKey(name)) {
            return this;
        }
        Map<String, @Nullable Object> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new Metrics(fewer, reasonsBut(name));
    }

    private Map<String, String> reasonsBut(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(reasons);
        fewer.remove(name);
        return fewer;
    }

    /// These metrics and the name of one that could not be computed.
    public Metrics without(String name, String reason) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, null);
        Map<String, String> why = new LinkedHashMap<>(reasons);
        why.put(name, reason);
        return new Metrics(more, why);
    }
}
