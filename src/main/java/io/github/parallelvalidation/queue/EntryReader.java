package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads entries of the queue.
final class EntryReader {
    /// Statuses are few and entries many: equal texts are kept once.
    private static final int FEW = 100;

    private static final String ID = "id";
    private static final String OTHER_ID = "strategy_id";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Status> statuses = new HashMap<>();
    private final KeySlips slips = new KeySlips();

    /// What the entries that were read so far say and hardly mean.
    List<KeySlips.Slip> slips() {
        return slips.found();
    }

    /// An entry of a list.
    QueueEntry entry(YamlNode item, int position) {
        YamlMapping mapping = item.asMapping("an entry of the queue");
        YamlScalar id = idOf(mapping);
        return entry(id(id), mapping, position, id);
    }

    static YamlScalar idOf(YamlMapping mapping) {
        return mapping.find(ID)
                .or(() -> mapping.find(OTHER_ID))
                .orElseThrow(() -> mapping.problem("this entry has no 'id'"))
                .asScalar(ID);
    }

    /// An entry that says twice which strategy it is of must mean one.
    private static void requireNoOther(StrategyId id, YamlMapping mapping, YamlScalar at) {
        for (String key : List.of(ID, OTHER_ID)) {
            if (mapping.find(key).orElse(null) instanceof YamlScalar named
                    && !named.value().equals(id.value())) {
                StrategyId.parse(named.value()).ifPresent(other -> {
                    throw named.problem("this entry is of %s by its '%s', and of %s in line %d; one of them must go"
                            .formatted(other, key, id, at.span().line() + 1));
                });
            }
        }
    }

    static StrategyId id(YamlScalar scalar) {
        return StrategyId.parse(scalar.value())
                .orElseThrow(
                        () -> scalar.problem("a strategy id is " + StrategyId.FORM + ", found " + scalar.describe()));
    }

    /// @param at where its id stands
    QueueEntry entry(StrategyId id, YamlMapping mapping, int position, YamlScalar at) {
        requireNoOther(id, mapping, at);
        slips.look(id, mapping);
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
                text(mapping, EditCheck.FAILURE_REASON),
                // Somebody else may keep another form there.
                mapping.find(EditCheck.RELAXED_GATES)
                        .filter(node -> !node.isNull())
                        .filter(YamlScalar.class::isInstance)
                        .map(node -> node.asScalar(EditCheck.RELAXED_GATES).value()));
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
