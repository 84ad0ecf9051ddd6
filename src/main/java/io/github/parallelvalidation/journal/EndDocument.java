package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Converts an attempt's outcome to and from the journal line that records its end. The metrics of a completed attempt
/// are not in it: they are in its worker's results.
final class EndDocument {
    private static final String OUTCOME = "outcome";
    private static final String CATEGORY = "category";
    private static final String MESSAGE = "message";
    private static final String MALFORMED = "malformed";
    private static final String LIMIT_SECONDS = "limit_seconds";
    private static final String USED_MB = "used_mb";
    private static final String LIMIT_MB = "limit_mb";

    private EndDocument() {}

    /// The names of the kinds of outcome.
    private enum Kind {
        COMPLETED,
        REPORTED,
        CRASHED,
        TIMED_OUT,
        MEMORY_EXCEEDED,
        CANCELLED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Map<String, Object> of(AttemptOutcome outcome) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(OUTCOME, kind(outcome).toString());
        switch (outcome) {
            case AttemptOutcome.Completed _, AttemptOutcome.Cancelled _ -> {}
            case AttemptOutcome.Reported reported -> {
                map.put(CATEGORY, reported.category());
                map.put(MESSAGE, reported.message());
            }
            case AttemptOutcome.Crashed crash -> {
                map.put(MESSAGE, crash.message());
                if (crash.malformed()) {
                    map.put(MALFORMED, true);
                }
            }
            case AttemptOutcome.TimedOut timeout -> map.put(LIMIT_SECONDS, timeout.limitSeconds());
            case AttemptOutcome.MemoryExceeded memory -> {
                map.put(USED_MB, memory.usedMb());
                map.put(LIMIT_MB, memory.limitMb());
            }
        }
        return map;
    }

    private static Kind kind(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Completed _ -> Kind.COMPLETED;
            case AttemptOutcome.Reported _ -> Kind.REPORTED;
            case AttemptOutcome.Crashed _ -> Kind.CRASHED;
            case AttemptOutcome.TimedOut _ -> Kind.TIMED_OUT;
            case AttemptOutcome.MemoryExceeded _ -> Kind.MEMORY_EXCEEDED;
            case AttemptOutcome.Cancelled _ -> Kind.CANCELLED;
        };
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when it is no outcome that we know
    static AttemptOutcome read(YamlMapping map) {
        String message = map.findText(MESSAGE).orElse("");
        return switch (map.scalar(OUTCOME).asWord(OUTCOME, Kind.class)) {
            case COMPLETED -> new AttemptOutcome.Completed(Metrics.NONE);
            case REPORTED -> new AttemptOutcome.Reported(map.text(CATEGORY), message);
            case CRASHED -> new AttemptOutcome.Crashed(message, map.truth(MALFORMED));
            case TIMED_OUT -> new AttemptOutcome.TimedOut(map.number(LIMIT_SECONDS));
            case MEMORY_EXCEEDED -> new AttemptOutcome.MemoryExceeded(map.count(USED_MB), map.count(LIMIT_MB));
            case CANCELLED -> new AttemptOutcome.Cancelled();
        };
    }
}
