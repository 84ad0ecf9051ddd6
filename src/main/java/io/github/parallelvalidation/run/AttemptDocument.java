package io.github.parallelvalidation.run;

import io.github.parallelvalidation.worker.Attempt;
import io.github.parallelvalidation.worker.AttemptOutcome;
import java.util.LinkedHashMap;
import java.util.Map;

/// How an attempt ended, as a line of the journal.
final class AttemptDocument {
    static final String COMPLETED = "completed";
    static final String REPORTED = "reported";
    static final String CRASHED = "crashed";
    static final String TIMED_OUT = "timed_out";
    static final String MEMORY_EXCEEDED = "memory_exceeded";
    static final String CANCELLED = "cancelled";

    private AttemptDocument() {}

    static Map<String, Object> of(Attempt attempt) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seconds", attempt.seconds());
        map.put("peak_memory_mb", attempt.peakMemoryMb());
        switch (attempt.outcome()) {
            case AttemptOutcome.Completed done -> map.put("outcome", COMPLETED);
            case AttemptOutcome.Cancelled cancelled -> map.put("outcome", CANCELLED);
            case AttemptOutcome.Reported reported -> {
                map.put("outcome", REPORTED);
                map.put("category", reported.category());
                map.put("message", reported.message());
            }
            case AttemptOutcome.Crashed crash -> {
                map.put("outcome", CRASHED);
                map.put("message", crash.message());
            }
            case AttemptOutcome.TimedOut timeout -> {
                map.put("outcome", TIMED_OUT);
                map.put("limit_seconds", timeout.limitSeconds());
            }
            case AttemptOutcome.MemoryExceeded memory -> {
                map.put("outcome", MEMORY_EXCEEDED);
                map.put("used_mb", memory.usedMb());
                map.put("limit_mb", memory.limitMb());
            }
        }
        return map;
    }
}
