package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Verifies an edited queue by what it says when it is read again: it contains the intended changes and no other.
///
/// @param places where the entry of each change stood before
record EditCheck(List<QueueDocument.Place> places, List<StatusChange> applied) {
    static final String STATUS = "status";
    static final String UPDATED_AT = "updated_at";
    static final String FAILURE_REASON = "failure_reason";
    static final String RELAXED_GATES = "relaxed_gates";
    private static final Set<String> OURS = Set.of(STATUS, UPDATED_AT, FAILURE_REASON, RELAXED_GATES);

    /// @throws ProblemException when it says anything else, with the place
    void require(QueueEdit edit) {
        Optional<YamlNode> other = edit.difference(places, OURS);
        if (other.isPresent()) {
            throw refused(other.get());
        }
        for (int i = 0; i < places.size(); i++) {
            YamlMapping mapping = places.get(i).mapping();
            Optional<QueueDocument.Place> now = edit.placeAfter(applied.get(i).id());
            if (now.isEmpty() || !isSaid(applied.get(i), mapping, now.get(), edit.after())) {
                throw refused(mapping);
            }
        }
    }

    static ProblemException refused(YamlNode place) {
        return place.problem(
                "this cannot be edited safely: something else would change with it (a shared anchor, perhaps); "
                        + "the file was left alone; write the entry out in full");
    }

    private static boolean isSaid(
            StatusChange change, YamlMapping old, QueueDocument.Place place, QueueDocument after) {
        YamlMapping now = place.mapping();
        return switch (change) {
            case StatusChange.Begin begin ->
                begin.status().name().equals(value(now, STATUS))
                        && same(old, now, UPDATED_AT)
                        && same(old, now, FAILURE_REASON)
                        && same(old, now, RELAXED_GATES);
            case StatusChange.Finish finish ->
                finish.status().name().equals(value(now, STATUS))
                        && QueueEditor.timestamp(finish.at()).equals(value(now, UPDATED_AT))
                        && Objects.equals(stripped(finish.failureReason()), value(now, FAILURE_REASON))
                        && Objects.equals(
                                RelaxedMark.after(value(old, RELAXED_GATES), finish), value(now, RELAXED_GATES));
            case StatusChange.Again _ ->
                Status.PENDING.name().equals(value(now, STATUS))
                        && same(old, now, UPDATED_AT)
                        && same(old, now, FAILURE_REASON)
                        && same(old, now, RELAXED_GATES);
            case StatusChange.Restore restore ->
                same(old, now, UPDATED_AT)
                        && same(old, now, FAILURE_REASON)
                        && same(old, now, RELAXED_GATES)
                        && isRestored(
                                restore,
                                place.entry().status(),
                                Status.parse(Objects.requireNonNullElse(value(old, STATUS), "")),
                                after);
        };
    }

    /// An alias put back stands again for what it stood for only while its anchor's own entry has no verdict.
    private static boolean isRestored(
            StatusChange.Restore restore, Status status, Status underway, QueueDocument after) {
        return status.awaits(underway.isOf(Tier.L1) ? Tier.L1 : Tier.L0)
                || anchorOf(restore.statusWritten())
                        .filter(anchor -> isStatusOfAnEntry(anchor, after))
                        .isEmpty();
    }

    private static Optional<String> anchorOf(@Nullable String written) {
        return Optional.ofNullable(written).map(String::strip).filter(text -> text.startsWith("*"));
    }

    private static boolean isStatusOfAnEntry(String alias, QueueDocument document) {
        String anchor = "&" + alias.substring(1) + " ";
        return document.queue().entries().stream()
                .flatMap(entry -> entry.statusWritten().stream())
                .anyMatch(written -> written.strip().startsWith(anchor));
    }

    /// A block scalar ends in a line break.
    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static boolean same(YamlMapping old, YamlMapping now, String key) {
        return Objects.equals(value(old, key), value(now, key));
    }

    static @Nullable String value(YamlMapping mapping, String key) {
        return mapping.find(key)
                .map(node -> node instanceof YamlScalar scalar ? scalar.value().strip() : node.describe())
                .orElse(null);
    }
}
