package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes priorities into the text of a queue, and nothing else: what it makes is read again and compared.
final class PriorityEditor {
    private static final String PRIORITY = "priority";

    private final QueueDocument document;

    PriorityEditor(QueueDocument document) {
        this.document = document;
    }

    /// @throws ProblemException when the edits would say anything else than these priorities
    QueueDocument apply(Map<StrategyId, BigDecimal> priorities) {
        List<QueueDocument.Place> places = new ArrayList<>();
        List<TextEdit> edits = new ArrayList<>();
        QueueEdit edit;
        try {
            priorities.forEach((id, priority) -> {
                QueueDocument.Place place = document.place(id).orElseThrow();
                places.add(place);
                edits.add(YamlEdits.setWritten(
                        place.mapping(), PRIORITY, priority.toPlainString(), neighbour(place.mapping())));
            });
            edit = document.edited(edits);
        } catch (ProblemException e) {
            throw new ProblemException(
                    document.source().file(), "cannot be edited safely and was left alone: " + e.getMessage(), e);
        }
        Optional<YamlNode> other = edit.difference(places, Set.of(PRIORITY));
        if (other.isPresent()) {
            throw EditCheck.refused(other.get());
        }
        QueueDocument after = edit.after();
        priorities.forEach((id, priority) -> requireSaid(after, id, priority));
        return after;
    }

    private void requireSaid(QueueDocument after, StrategyId id, BigDecimal priority) {
        boolean isSaid = after.queue()
                .find(id)
                .flatMap(QueueEntry::priority)
                .filter(said -> said == priority.doubleValue())
                .isPresent();
        if (!isSaid) {
            throw EditCheck.refused(document.place(id).orElseThrow().mapping());
        }
    }

    private static String neighbour(YamlMapping mapping) {
        return Stream.of(EditCheck.STATUS, "name", "id")
                .filter(key -> mapping.own(key).isPresent())
                .findFirst()
                .orElse("strategy_id");
    }
}
