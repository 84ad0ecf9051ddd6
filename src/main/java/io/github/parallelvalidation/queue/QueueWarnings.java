package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands in a queue and is hardly meant so. It is legal, and stops no run.
final class QueueWarnings {
    private QueueWarnings() {}

    static List<Problem> of(QueueDocument document) {
        if (!document.queue().entries().isEmpty()) {
            return slips(document);
        }
        return document.tree().root().isNull()
                ? List.of(Problem.of(
                        document.source().file(),
                        "there is nothing in this file; a queue holds the key 'queue' with the list of strategies,"
                                + " and where there are none, 'queue: []'"))
                : List.of();
    }

    /// Each word once, however many entries say it.
    private static List<Problem> slips(QueueDocument document) {
        Map<String, List<QueueEntry>> unknown = new LinkedHashMap<>();
        document.queue().entries().stream()
                .filter(entry -> entry.status() == Status.FOREIGN)
                .forEach(entry -> unknown.computeIfAbsent(entry.statusText(), _ -> new ArrayList<>())
                        .add(entry));
        List<Problem> warnings = new ArrayList<>();
        unknown.forEach((word, entries) -> StatusSlip.meant(word)
                .flatMap(meant -> warning(document, entries, meant))
                .ifPresent(warnings::add));
        return warnings;
    }

    private static Optional<Problem> warning(QueueDocument document, List<QueueEntry> entries, String meant) {
        QueueEntry first = entries.getFirst();
        String who = first.id() + (entries.size() == 1 ? " is" : " and %d more are".formatted(entries.size() - 1));
        return document.place(first.id())
                .flatMap(place -> place.mapping().find(EditCheck.STATUS))
                .map(node -> node.problem(
                                "the status %s is not known, so %s left alone as somebody else's; did you mean '%s'?"
                                        .formatted(Printable.quoted(first.statusText()), who, meant))
                        .problem());
    }
}
