package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies status changes to the text of a queue, touching only the scalars that change.
final class QueueEditor {
    private static final String ID = "id";

    private final QueueDocument document;

    QueueEditor(QueueDocument document) {
        this.document = document;
    }

    /// The edited queue, and the changes that were not applied because the entry is gone or its status no longer allows
    /// the change.
    record Edited(QueueDocument document, List<StatusChange> refused) {
        String text() {
            return document.source().text();
        }
    }

    /// @throws ProblemException when the edits would say anything else than the changes
    Edited apply(List<? extends StatusChange> changes) {
        List<StatusChange> legal = new ArrayList<>();
        List<StatusChange> refused = new ArrayList<>();
        for (StatusChange change : changes) {
            boolean isLegal = document.queue()
                    .find(change.id())
                    .filter(entry -> isLegal(entry, change))
                    .isPresent();
            (isLegal ? legal : refused).add(change);
        }
        return new Edited(legal.isEmpty() ? document : edited(legal), List.copyOf(refused));
    }

    private QueueDocument edited(List<StatusChange> changes) {
        try {
            return checked(changes, true);
        } catch (ProblemException e) {
            if (changes.stream().noneMatch(StatusChange.Restore.class::isInstance)) {
                throw e;
            }
        }
        // What stood there cannot stand there any more; the same status in plain words can.
        return checked(changes, false);
    }

    private QueueDocument checked(List<StatusChange> changes, boolean asWritten) {
        List<QueueDocument.Place> places =
                changes.stream().map(change -> place(change.id())).toList();
        List<TextEdit> edits = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            edit(edits, places.get(i), changes.get(i), asWritten);
        }
        QueueEdit edit;
        try {
            edit = document.edited(edits);
        } catch (ProblemException e) {
            throw new ProblemException(
                    document.source().file(), "cannot be edited safely and was left alone: " + e.getMessage(), e);
        }
        new EditCheck(places, changes).require(edit);
        return edit.after();
    }

    private QueueDocument.Place place(StrategyId id) {
        return document.place(id).orElseThrow(() -> new IllegalStateException("was found before"));
    }

    private static boolean isLegal(QueueEntry entry, StatusChange change) {
        return switch (change) {
            case StatusChange.Begin begin -> begin.isLegal(entry);
            // The same verdict twice is a repeated write after a crash, and harmless.
            case StatusChange.Finish finish ->
                entry.status() == finish.status()
                        || StatusChanges.mayFinish(
                                entry.status(),
                                finish.status(),
                                !finish.relaxedGates().isEmpty());
            case StatusChange.Again _ -> StatusChanges.mayWaitAgain(entry.status());
            case StatusChange.Restore _ -> entry.status().isUnderway();
        };
    }

    private void edit(List<TextEdit> edits, QueueDocument.Place place, StatusChange change, boolean asWritten) {
        YamlMapping mapping = place.mapping();
        switch (change) {
            case StatusChange.Begin begin -> edits.add(set(mapping, begin.status()));
            case StatusChange.Finish finish -> finish(edits, mapping, finish);
            case StatusChange.Again _ -> edits.add(set(mapping, Status.PENDING));
            case StatusChange.Restore restore ->
                edits.add(
                        asWritten
                                ? restored(mapping, restore.statusWritten())
                                : set(
                                        mapping,
                                        place.entry().status().isOf(Tier.L1) ? Status.L0_PASSED : Status.PENDING));
        }
    }

    private static TextEdit restored(YamlMapping mapping, @Nullable String written) {
        return written == null
                ? YamlEdits.remove(mapping, EditCheck.STATUS)
                : YamlEdits.restore(mapping, EditCheck.STATUS, written);
    }

    private void finish(List<TextEdit> edits, YamlMapping mapping, StatusChange.Finish finish) {
        edits.add(set(mapping, finish.status()));
        String neighbour = mapping.own(EditCheck.STATUS).isPresent() ? EditCheck.STATUS : idKey(mapping);
        edits.add(YamlEdits.set(mapping, EditCheck.UPDATED_AT, timestamp(finish.at()), neighbour));
        setOrClear(edits, mapping, EditCheck.FAILURE_REASON, finish.failureReason(), neighbour);
        String before = EditCheck.value(mapping, EditCheck.RELAXED_GATES);
        String mark = RelaxedMark.after(before, finish);
        if (mark == null || !mark.equals(before)) {
            setOrClear(edits, mapping, EditCheck.RELAXED_GATES, mark, neighbour);
        }
    }

    private void setOrClear(
            List<TextEdit> edits, YamlMapping mapping, String key, @Nullable String value, String neighbour) {
        if (value != null) {
            edits.add(YamlEdits.set(mapping, key, value, neighbour));
        } else if (mapping.own(key).isPresent() || mapping.find(key).isPresent() || inheritsFromEntry(mapping)) {
            edits.add(YamlEdits.setNull(mapping, key, neighbour));
        }
    }

    private boolean inheritsFromEntry(YamlMapping mapping) {
        return mapping.lenders().anyMatch(lender -> document.isEntry(lender.pairs()) || inheritsFromEntry(lender));
    }

    private static TextEdit set(YamlMapping mapping, Status status) {
        return YamlEdits.set(mapping, EditCheck.STATUS, status.name(), idKey(mapping));
    }

    private static String idKey(YamlMapping mapping) {
        return mapping.own(ID).isPresent() ? ID : "strategy_id";
    }

    static String timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
