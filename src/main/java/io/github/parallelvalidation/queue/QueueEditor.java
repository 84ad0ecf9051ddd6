package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Applies status changes to the text of a queue, touching only the scalars that change.
final class QueueEditor {
    private static final String STATUS = "status";

    private final QueueDocument document;
    private final List<TextEdit> edits = new ArrayList<>();
    private final List<StatusChange> refused = new ArrayList<>();

    QueueEditor(QueueDocument document) {
        this.document = document;
    }

    /// The edited text, and the changes that were not applied because the entry is gone or somebody else's now.
    record Edited(String text, List<StatusChange> refused) {}

    Edited apply(List<? extends StatusChange> changes) {
        for (StatusChange change : changes) {
            YamlMapping place = document.places().get(change.id());
            Optional<QueueEntry> entry = document.queue().find(change.id());
            if (place == null || entry.isEmpty() || !legal(entry.get(), change)) {
                refused.add(change);
            } else {
                edit(place, change);
            }
        }
        return new Edited(TextEdit.apply(document.source().text(), edits), List.copyOf(refused));
    }

    private static boolean legal(QueueEntry entry, StatusChange change) {
        return switch (change) {
            case StatusChange.Begin begin -> StatusChanges.legal(entry.status(), begin.status());
            // The same verdict twice is a repeated write after a crash, and harmless.
            case StatusChange.Finish finish ->
                entry.status() == finish.status() || StatusChanges.legal(entry.status(), finish.status());
            case StatusChange.Restore restore -> entry.status().isUnderway();
        };
    }

    private void edit(YamlMapping place, StatusChange change) {
        switch (change) {
            case StatusChange.Begin begin -> set(place, STATUS, begin.status().name());
            case StatusChange.Finish finish -> finish(place, finish);
            case StatusChange.Restore restore -> {
                edits.add(
                        restore.statusWritten() == null
                                ? YamlEdits.remove(place, STATUS)
                                : YamlEdits.restore(place, STATUS, restore.statusWritten()));
            }
        }
    }

    private void finish(YamlMapping place, StatusChange.Finish finish) {
        set(place, STATUS, finish.status().name());
        setBehindStatus(place, "updated_at", timestamp(finish.at()));
        if (finish.failureReason() != null) {
            setBehindStatus(place, "failure_reason", finish.failureReason());
        } else if (place.own("failure_reason").isPresent()) {
            edits.add(YamlEdits.setNull(place, "failure_reason"));
        }
        if (!finish.relaxedGates().isEmpty()) {
            setBehindStatus(place, "relaxed_gates", gates(finish.relaxedGates()));
        } else if (place.own("relaxed_gates").isPresent()) {
            edits.add(YamlEdits.setNull(place, "relaxed_gates"));
        }
    }

    private void set(YamlMapping place, String key, String value) {
        edits.add(YamlEdits.set(place, key, value, neighbour(place)));
    }

    private void setBehindStatus(YamlMapping place, String key, String value) {
        edits.add(YamlEdits.set(place, key, value, place.own(STATUS).isPresent() ? STATUS : neighbour(place)));
    }

    private static String neighbour(YamlMapping place) {
        return place.own("id").isPresent() ? "id" : "strategy_id";
    }

    static String timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String gates(Map<String, Double> gates) {
        return new TreeMap<>(gates)
                .entrySet().stream()
                        .map(gate -> gate.getKey() + "=" + gate.getValue())
                        .collect(Collectors.joining(" "));
    }

    /// Whether the edited text still is the same queue but for the entries that were to change.
    static boolean sameOtherwise(QueueDocument before, QueueDocument after, List<? extends StatusChange> changes) {
        List<StrategyId> changed = changes.stream().map(StatusChange::id).toList();
        return before.queue().entries().size() == after.queue().entries().size()
                && before.queue().entries().stream()
                        .filter(entry -> !changed.contains(entry.id()))
                        .allMatch(entry -> after.queue()
                                .find(entry.id())
                                .filter(other -> other.status() == entry.status()
                                        && other.name().equals(entry.name())
                                        && other.position() == entry.position())
                                .isPresent());
    }
}
