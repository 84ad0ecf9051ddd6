package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `queue.yaml`, which people, the pipeline and this program write. Other programs take no lock, so each update applies
/// its changes to the current text, including what another program wrote in the meantime.
public final class QueueFile {
    private static final int TRIES = 60;

    /// A program that writes all the time may outlast the tries.
    private static final long PATIENCE_NANOS = 30_000_000_000L;

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

    /// @throws ProblemException when the file is missing or is not a queue
    public Queue read() {
        return document().queue();
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
        QueueRevision base = QueueRevision.of(file);
        try {
            long patience = System.nanoTime() + PATIENCE_NANOS;
            for (int attempt = 1; attempt <= TRIES || System.nanoTime() < patience; attempt++) {
                Optional<QueueEditor.Edited> edited = edit(base, changes);
                if (edited.isPresent() && base.replace(edited.get().text())) {
                    return new Applied(
                            QueueDocument.parse(new Source(file, edited.get().text()))
                                    .queue(),
                            edited.get().refused());
                }
                base = base.next(attempt);
            }
        } finally {
            base.close();
        }
        throw new ProblemException(
                Problem.of(file, "is being rewritten by another program again and again; it was left alone"));
    }

    /// Empty where the text turned out to be one that another program was just writing, so that it looked broken or as
    /// if entries had gone.
    private static Optional<QueueEditor.Edited> edit(QueueRevision base, List<? extends StatusChange> changes) {
        try {
            QueueDocument document = QueueDocument.parse(base.source());
            boolean complete = changes.stream().map(StatusChange::id).allMatch(document.places()::containsKey);
            return complete || base.isSettled()
                    ? Optional.of(new QueueEditor(document).apply(changes))
                    : Optional.empty();
        } catch (ProblemException e) {
            if (base.isSettled()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// Makes sure, before anything is run, that a verdict can be written into each of these entries and that each can
    /// be put back; writes nothing.
    ///
    /// @throws ProblemException when the file is written in a way that cannot be edited safely
    public void rehearse(List<StatusChange.Begin> beginnings) {
        QueueDocument now = document();
        QueueDocument underway = applied(now, beginnings);
        applied(underway, finishes(beginnings, Status.ERROR, Status.ERROR.name(), Map.of("gate", 1.0)));
        applied(underway, finishes(beginnings, Status.ERROR, null, Map.of()));
        applied(
                underway,
                beginnings.stream()
                        .map(begin -> new StatusChange.Restore(begin.id(), statusWritten(now, begin.id())))
                        .toList());
    }

    private static @Nullable String statusWritten(QueueDocument document, StrategyId id) {
        return Optional.ofNullable(document.places().get(id))
                .flatMap(place -> place.entry().statusWritten())
                .orElse(null);
    }

    private static QueueDocument applied(QueueDocument document, List<? extends StatusChange> changes) {
        String text = new QueueEditor(document).apply(changes).text();
        return QueueDocument.parse(new Source(document.source().file(), text));
    }

    private static List<StatusChange> finishes(
            List<StatusChange.Begin> beginnings, Status status, @Nullable String reason, Map<String, Double> gates) {
        return beginnings.stream()
                .<StatusChange>map(begin -> new StatusChange.Finish(begin.id(), status, reason, Instant.EPOCH, gates))
                .toList();
    }

    private static Optional<QueueDocument> parse(QueueRevision base, boolean last) {
        try {
            QueueDocument document = QueueDocument.parse(base.source());
            return Optional.of(document).filter(whole -> !base.isEmpty() || last || base.isSettled());
        } catch (ProblemException e) {
            if (last || base.isSettled()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// What looks empty or broken may be half of what another program is just writing.
    private QueueDocument document() {
        for (int attempt = 1; ; attempt++) {
            try (QueueRevision base = QueueRevision.of(file)) {
                Optional<QueueDocument> document = parse(base, attempt == TRIES);
                if (document.isPresent()) {
                    return document.get();
                }
            }
        }
    }
}
