package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.SharedFile;
import io.github.parallelvalidation.workspace.SharedText;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `queue.yaml`, which people, the pipeline and this program write. Other programs take no lock, so each update applies
/// its changes to the current text, including what another program wrote in the meantime.
public final class QueueFile {
    private final Path file;

    public QueueFile(Path file) {
        this.file = file;
    }

    /// The result of an update.
    ///
    /// @param queue as it was written
    /// @param refused the changes that were not applied
    public record Applied(Queue queue, List<StatusChange> refused) {
        public Applied {
            refused = List.copyOf(refused);
        }
    }

    /// A queue with what its file says and hardly means.
    public record Loaded(Queue queue, List<Problem> warnings) {
        public static final Loaded NONE = new Loaded(new Queue(List.of()), List.of());

        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /// @throws ProblemException when the file is missing or is not a queue
    public Queue read() {
        return document().queue();
    }

    /// @throws ProblemException when the file is missing or is not a queue
    public Loaded load() {
        QueueDocument document = document();
        return new Loaded(document.queue(), QueueWarnings.of(document));
    }

    /// Writes the changes that are legal for what the file says now, all in one atomic replacement.
    ///
    /// @return the changes that were not applied: the entry is gone, or somebody else has given it another status
    /// @throws ProblemException when the file cannot be read, edited safely or written; it is then unchanged
    public List<StatusChange> update(List<? extends StatusChange> changes) {
        return apply(changes).refused();
    }

    /// Like [#update], and returns the resulting queue, so that it need not be read again.
    ///
    /// @throws ProblemException as [#update] does
    public Applied apply(List<? extends StatusChange> changes) {
        Optional<QueueDocument> known = LatestQueue.of(file);
        return new SharedFile(file).update(before -> {
            QueueDocument document = parse(before);
            QueueEditor.Edited edited = new QueueEditor(document).apply(changes);
            boolean isComplete = hasAllOf(known, document)
                    && changes.stream()
                            .allMatch(
                                    change -> document.queue().find(change.id()).isPresent());
            Applied applied = new Applied(LatestQueue.keep(edited.document()).queue(), edited.refused());
            return new SharedFile.Change<>(before.changed(edited.text()), applied, isComplete);
        });
    }

    /// Adds an entry that awaits L0 behind the last one, in the form that the file has.
    ///
    /// @throws ProblemException when the id stands there already, or the file cannot be read, edited safely or
    ///     written; it is then unchanged
    public void append(StrategyId id, String name) {
        Optional<QueueDocument> known = LatestQueue.of(file);
        new SharedFile(file).update(before -> {
            QueueDocument document = parse(before);
            QueueDocument after = LatestQueue.keep(new QueueAppender(document).add(id, name));
            return new SharedFile.Change<>(before.changed(after.source().text()), true, hasAllOf(known, document));
        });
    }

    /// Entries may only seem to have gone, while another program is writing the file bit by bit.
    private static boolean hasAllOf(Optional<QueueDocument> known, QueueDocument now) {
        return known.filter(before -> !before.source().equals(now.source()))
                .map(before -> before.queue().entries().stream()
                        .allMatch(entry -> now.queue().find(entry.id()).isPresent()))
                .orElse(true);
    }

    /// Moves entries to another place in the order in which runs take them, by their priorities.
    ///
    /// @param moved they keep their order among themselves
    /// @param before the entry before which they go; empty for the end
    /// @return how many priorities were written
    /// @throws ProblemException when one of them is no longer there, or the file cannot be read, edited safely or
    ///     written; it is then unchanged
    public int move(Set<StrategyId> moved, Optional<StrategyId> before) {
        Optional<QueueDocument> known = LatestQueue.of(file);
        return new SharedFile(file).update(text -> {
            QueueDocument document = parse(text);
            Stream.concat(moved.stream(), before.stream())
                    .filter(id -> document.queue().find(id).isEmpty())
                    .findFirst()
                    .ifPresent(gone -> {
                        throw new ProblemException(
                                Problem.of(file, gone + " is no longer in the queue; nothing was moved"));
                    });
            Map<StrategyId, BigDecimal> priorities =
                    PriorityOrder.moved(document.queue().inOrder(), moved, before);
            QueueDocument after =
                    priorities.isEmpty() ? document : LatestQueue.keep(new PriorityEditor(document).apply(priorities));
            return new SharedFile.Change<>(
                    text.changed(after.source().text()), priorities.size(), hasAllOf(known, document));
        });
    }

    private QueueDocument parse(SharedText text) {
        if (!text.isThere()) {
            throw new ProblemException(Problem.of(
                    file,
                    "there is no queue here; name the folder that holds .crypto, or make a workspace with: init DIR"));
        }
        return LatestQueue.of(text.source());
    }

    /// Makes sure, before anything is run, that a verdict can be written into each of these entries and that each can
    /// be put back; writes nothing.
    ///
    /// @throws ProblemException when the file is written in a way that cannot be edited safely
    public void rehearse(List<StatusChange.Begin> all) {
        QueueDocument now = document();
        List<StatusChange.Begin> beginnings = now.ofEachForm(all);
        QueueDocument underway = applied(now, beginnings);
        applied(underway, finishes(beginnings, Status.ERROR, Status.ERROR.name(), Map.of("gate", 1.0)));
        applied(
                underway,
                finishes(
                        beginnings.stream()
                                .filter(begin -> hasToClear(underway, begin.id()))
                                .toList(),
                        Status.ERROR,
                        null,
                        Map.of()));
        applied(
                underway,
                beginnings.stream()
                        .map(begin -> new StatusChange.Restore(begin.id(), statusWritten(now, begin.id())))
                        .toList());
    }

    /// Whether a verdict without a reason takes something away. Where it does not, it writes less than any other.
    private static boolean hasToClear(QueueDocument document, StrategyId id) {
        return document.place(id)
                .map(QueueDocument.Place::mapping)
                .filter(mapping -> Stream.of(EditCheck.FAILURE_REASON, EditCheck.RELAXED_GATES, YamlMapping.MERGE)
                        .anyMatch(key -> mapping.own(key).isPresent()))
                .isPresent();
    }

    private static @Nullable String statusWritten(QueueDocument document, StrategyId id) {
        return document.queue().find(id).flatMap(QueueEntry::statusWritten).orElse(null);
    }

    private static QueueDocument applied(QueueDocument document, List<? extends StatusChange> changes) {
        return new QueueEditor(document).apply(changes).document();
    }

    private static List<StatusChange> finishes(
            List<StatusChange.Begin> beginnings, Status status, @Nullable String reason, Map<String, Double> gates) {
        return beginnings.stream()
                .<StatusChange>map(begin -> new StatusChange.Finish(
                        begin.id(), begin.status().tier().orElse(Tier.L0), status, reason, Instant.EPOCH, gates))
                .toList();
    }

    private QueueDocument document() {
        return new SharedFile(file).read(this::parse);
    }
}
