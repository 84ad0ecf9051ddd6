package io.github.parallelvalidation.gate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The metrics of a strategy with all tunable parameters multiplied by a factor.
///
/// @param parametersHash identifies the variant; empty where a foreign worker does not say
/// @param metrics what its backtest gave
public record Variant(double factor, String parametersHash, Metrics metrics) {
    public static final String FACTOR = "factor";
    public static final String PARAMETERS_HASH = "parameters_hash";

    public static List<Variant> of(Metrics metrics) {
        return metrics.values().get(MetricNames.VARIANTS) instanceof List<?> variants
                ? variants.stream().flatMap(Variant::read).toList()
                : List.of();
    }

    private static Stream<Variant> read(Object variant) {
        if (variant instanceof Map<?, ?> map && map.get(FACTOR) instanceof Number factor) {
            Metrics metrics = Metrics.of(map);
            String hash = Objects.toString(map.get(PARAMETERS_HASH), "");
            return Stream.of(new Variant(factor.doubleValue(), hash, metrics));
        }
        return Stream.empty();
    }
}
