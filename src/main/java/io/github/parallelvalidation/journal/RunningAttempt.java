package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.ProgressLine;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A worker that is at a strategy right now, in this process or another.
///
/// @param variation the number of the parameter variation that it tries; empty where it takes the strategy as written
/// @param limitSeconds how long it may take
/// @param progress what it last said; empty where it has not said anything, or has just begun
public record RunningAttempt(
        AttemptId id,
        String runId,
        Tier tier,
        OptionalInt variation,
        Instant startedAt,
        double limitSeconds,
        Optional<ProgressLine> progress) {

    public double elapsedSeconds(Instant now) {
        return Math.max(0, Duration.between(startedAt, now).toMillis() / 1000.0);
    }

    /// For `--json`.
    public Map<String, @Nullable Object> document(Instant now) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("worker_id", id.workerId());
        map.put("strategy_id", id.strategy().value());
        map.put("run_id", runId);
        map.put("tier", tier.name());
        map.put("attempt", id.number());
        map.put("fix_attempt", variation.isPresent() ? variation.getAsInt() : null);
        map.put("stage", progress.map(ProgressLine::stage).orElse(null));
        map.put("progress", progress.map(ProgressLine::fraction).orElse(null));
        map.put("started_at", startedAt.toString());
        map.put("elapsed_seconds", elapsedSeconds(now));
        map.put("limit_seconds", limitSeconds);
        return map;
    }
}
