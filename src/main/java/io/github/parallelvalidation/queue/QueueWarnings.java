package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands in a queue and is hardly meant so. It is legal, and stops no run.
final class QueueWarnings {
    private QueueWarnings() {}

    static List<Problem> of(QueueDocument document) {
        if (!document.queue().entries().isEmpty()) {
            return Stream.concat(keys(document), statuses(document)).toList();
        }
        return document.tree().root().isNull()
                ? List.of(Problem.of(
                        document.source().file(),
                        "there is nothing in this file; a queue holds the key 'queue' with the list of strategies,"
                                + " and where there are none, 'queue: []'"))
                : List.of();
    }

    private static Stream<Problem> keys(QueueDocument document) {
        return document.slips().stream()
                .flatMap(slip -> document.place(slip.first()).stream()
                        .map(QueueDocument.Place::mapping)
                        .filter(slip::isIn)
                        .flatMap(entry -> entry.own(slip.key()).stream())
                        .map(pair -> pair.key()
                                .problem("the key %s of %s is not known, and means nothing here; did you mean '%s'?"
                                        .formatted(
                                                Printable.quoted(slip.key()),
                                                who(slip.first(), slip.entries()),
                                                slip.meant()))
                                .problem()));
    }

    private static String who(StrategyId first, int entries) {
        return entries == 1 ? first.toString() : "%s and %d more".formatted(first, entries - 1);
    }

    /// Each word once, however many entries say it.
    private static Stream<Problem> statuses(QueueDocument document) {
        Map<String, List<QueueEntry>> unknown = new LinkedHashMap<>();
        document.queue().entries().stream()
                .filter(entry -> entry.status() == Status.FOREIGN)
                .forEach(entry -> unknown.computeIfAbsent(entry.statusText(), _ -> new ArrayList<>())
                        .add(entry));
        return unknown.entrySet().stream()
                .flatMap(word ->
                        StatusSlip.meant(word.getKey())
                                .flatMap(meant -> warning(document, word.getValue(), meant))
                                .stream());
    }

    private static Optional<Problem> warning(QueueDocument document, List<QueueEntry> entries, String meant) {
        QueueEntry first = entries.getFirst();
        String who = who(first.id(), entries.size()) + (entries.size() == 1 ? " is" : " are");
        return document.place(first.id())
                .flatMap(place -> place.mapping().find(EditCheck.STATUS))
                .map(node -> node.problem(
                                "the status %s is not known, so %s left alone as somebody else's; did you mean '%s'?"
                                        .formatted(Printable.quoted(first.statusText()), who, meant))
                        .problem());
    }
}
