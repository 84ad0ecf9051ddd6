package io.github.parallelvalidation.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Converts attempts to plain maps, for files and `--json`.
public final class AttemptCardDocument {
    private AttemptCardDocument() {}

    public static List<Map<String, @Nullable Object>> of(List<AttemptCard> cards) {
        return cards.stream().map(AttemptCardDocument::of).toList();
    }

    private static Map<String, @Nullable Object> of(AttemptCard card) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("attempt", card.number());
        map.put(
                "class",
                card.ending().kind() == null ? null : card.ending().kind().code());
        map.put("message", card.ending().message());
        map.put("exit", card.ending().exit());
        map.put("worker_id", card.workerId());
        map.put("seconds", card.usage().seconds());
        map.put("peak_memory_mb", card.usage().peakMemoryMb());
        map.put("cpu_seconds", card.usage().cpuSeconds());
        map.put("wait_seconds", card.usage().waitSeconds());
        map.put("judged_before", card.usage().judgedBefore());
        map.put("last_lines", card.lastLines());
        map.put("command", card.command());
        return map;
    }
}
