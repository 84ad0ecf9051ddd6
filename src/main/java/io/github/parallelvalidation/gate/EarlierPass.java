package io.github.parallelvalidation.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A strategy that passed in an earlier run and whose daily returns go together with those of this one.
///
/// @param runId of the run in which it passed
/// @param correlation of the daily returns over the days in common
public record EarlierPass(String strategyId, String runId, double correlation) {
    private static final String STRATEGY_ID = "strategy_id";
    private static final String RUN_ID = "run_id";
    private static final String CORRELATION = "correlation";
    private static final int DATE_LENGTH = "2026-11-02".length();

    public static Optional<EarlierPass> of(Metrics metrics) {
        return metrics.values().get(MetricNames.EARLIER_PASS) instanceof Map<?, ?> map
                        && map.get(CORRELATION) instanceof Number correlation
                ? Optional.of(new EarlierPass(
                        Objects.toString(map.get(STRATEGY_ID), ""),
                        Objects.toString(map.get(RUN_ID), ""),
                        correlation.doubleValue()))
                : Optional.empty();
    }

    /// As it stands among the metrics.
    public Map<String, Object> document() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(STRATEGY_ID, strategyId);
        map.put(RUN_ID, runId);
        map.put(CORRELATION, correlation);
        return map;
    }

    /// The day of the run, with which its id begins.
    public String date() {
        return runId.substring(0, Math.min(runId.length(), DATE_LENGTH));
    }
}
