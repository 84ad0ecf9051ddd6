package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Converts an event to and from a journal line.
final class EventDocument {
    private static final String AT = "at";
    private static final String EVENT = "event";
    private static final String STRATEGY_ID = "strategy_id";
    private static final String WORKER_ID = "worker_id";
    private static final String ATTEMPT = "attempt";
    private static final String VARIATION = "fix_attempt";
    private static final String MESSAGE = "message";

    private EventDocument() {}

    /// The names of the kinds of event.
    private enum Kind {
        JOINED,
        STARTED,
        WAITS,
        ENDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param detailed with what was printed last and the command, where an attempt did not complete
    static Map<String, @Nullable Object> of(JournalEvent event, boolean detailed) {
        return switch (event) {
            case JournalEvent.Joined joined -> {
                Map<String, @Nullable Object> map = head(Kind.JOINED, event);
                map.putAll(PlanDocument.of(joined.planned()));
                yield map;
            }
            case JournalEvent.Started _ -> head(Kind.STARTED, event);
            case JournalEvent.Waits waits -> {
                Map<String, @Nullable Object> map = head(Kind.WAITS, event);
                map.put(MESSAGE, waits.why());
                yield map;
            }
            case JournalEvent.Ended ended -> {
                Map<String, @Nullable Object> map = head(Kind.ENDED, event);
                map.putAll(AttemptDocument.of(ended.attempt(), detailed));
                yield map;
            }
        };
    }

    private static Map<String, @Nullable Object> head(Kind kind, JournalEvent event) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(AT, event.at().toString());
        map.put(EVENT, kind.toString());
        map.put(STRATEGY_ID, event.id().strategy().value());
        map.put(WORKER_ID, event.id().workerId());
        map.put(ATTEMPT, event.id().number());
        event.variation().ifPresent(number -> map.put(VARIATION, number));
        return map;
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when it is no line of a journal
    static JournalEvent read(YamlMapping map) {
        AttemptId id = new AttemptId(
                map.scalar(STRATEGY_ID).asStrategyId(STRATEGY_ID),
                map.text(WORKER_ID),
                map.scalar(ATTEMPT).asInt(ATTEMPT, 1, Integer.MAX_VALUE));
        Instant at = map.scalar(AT).asInstant(AT);
        OptionalInt variation = map.findInt(VARIATION, 1, Integer.MAX_VALUE);
        return switch (map.scalar(EVENT).asWord(EVENT, Kind.class)) {
            case JOINED -> new JournalEvent.Joined(id, at, PlanDocument.planned(map));
            case STARTED -> new JournalEvent.Started(id, at, variation);
            case WAITS ->
                new JournalEvent.Waits(id, at, variation, map.findText(MESSAGE).orElse(""));
            case ENDED -> new JournalEvent.Ended(AttemptDocument.read(id, map), at, variation);
        };
    }
}
