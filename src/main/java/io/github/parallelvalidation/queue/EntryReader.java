package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads entries of the queue.
final class EntryReader {
    /// Statuses are few and entries many: equal texts are kept once.
    private static final int FEW = 100;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Status> statuses = new HashMap<>();

    /// An entry of a list.
    QueueEntry entry(YamlNode item, int position) {
        YamlMapping mapping = item.asMapping("an entry of the queue");
        YamlScalar id = idOf(mapping);
        return entry(id(id), mapping, position, id);
    }

    static YamlScalar idOf(YamlMapping mapping) {
        return mapping.find("id")
                .or(() -> mapping.find("strategy_id"))
                .orElseThrow(() -> mapping.problem("this entry has no 'id'"))
                .asScalar("id");
    }

    static StrategyId id(YamlScalar scalar) {
        return StrategyId.parse(scalar.value())
                .orElseThrow(() ->
                        scalar.problem("a strategy id is STR- and three or more digits, found " + scalar.describe()));
    }

    /// @param at where its id stands
    QueueEntry entry(StrategyId id, YamlMapping mapping, int position, YamlScalar at) {
        String status = text(mapping, "status").orElse("");
        return new QueueEntry(
                id,
                text(mapping, "name").orElse(""),
                status(status),
                once(status),
                YamlEdits.written(mapping, "status").map(this::once),
                mapping.find("priority").map(node -> priority(node.asScalar("priority"))),
                position,
                at.span().line() + 1,
                text(mapping, "failure_reason"));
    }

    private Status status(String text) {
        return statuses.size() < FEW ? statuses.computeIfAbsent(text, Status::parse) : Status.parse(text);
    }

    private String once(String text) {
        String known = texts.size() < FEW ? texts.putIfAbsent(text, text) : texts.get(text);
        return known == null ? text : known;
    }

    private static double priority(YamlScalar scalar) {
        return scalar.asDouble("priority", -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static Optional<String> text(YamlMapping entry, String key) {
        return entry.find(key).map(node -> node.asScalar(key).value());
    }
}
