package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.AtomicFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// `queue.yaml`, which people, the pipeline and we write. Other programs take no lock, so each update reads again what
/// is
/// there now and applies our change to that.
public final class QueueFile {
    private static final int TRIES = 8;

    private final Path file;

    public QueueFile(Path file) {
        this.file = file;
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
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            QueueDocument before = document();
            QueueEditor.Edited edited = new QueueEditor(before).apply(changes);
            if (edited.text().equals(before.source().text())) {
                return edited.refused();
            }
            verify(before, edited, changes);
            // Somebody may have written between our read and here: then their text is the one to change.
            if (document().source().text().equals(before.source().text())) {
                AtomicFile.write(file, edited.text());
                return edited.refused();
            }
        }
        throw new ProblemException(
                Problem.of(file, "is being rewritten by another program again and again; it was left alone"));
    }

    /// Makes sure, before anything is run, that a verdict can be written into each of these entries; writes nothing.
    ///
    /// @throws ProblemException when the file is written in a way that cannot be edited safely
    public void rehearse(List<StatusChange.Begin> beginnings) {
        QueueDocument now = document();
        QueueEditor.Edited begun = new QueueEditor(now).apply(beginnings);
        verify(now, begun, beginnings);
        QueueDocument underway = QueueDocument.parse(new Source(file, begun.text()));
        List<StatusChange> verdicts = beginnings.stream()
                .<StatusChange>map(begin -> new StatusChange.Finish(
                        begin.id(), Status.ERROR, Status.ERROR.name(), Instant.EPOCH, Map.of("gate", 1.0)))
                .toList();
        verify(underway, new QueueEditor(underway).apply(verdicts), verdicts);
    }

    private QueueDocument document() {
        if (!Files.exists(file)) {
            throw new ProblemException(Problem.of(
                    file,
                    "there is no queue here; name the folder that holds .crypto, or make a workspace with: init DIR"));
        }
        return QueueDocument.parse(YamlDocument.source(file));
    }

    private void verify(QueueDocument before, QueueEditor.Edited edited, List<? extends StatusChange> changes) {
        QueueDocument after;
        try {
            after = QueueDocument.parse(new Source(file, edited.text()));
        } catch (ProblemException e) {
            throw new ProblemException(file, "cannot be edited safely and was left alone: " + e.getMessage(), e);
        }
        if (!QueueEditor.sameOtherwise(before, after, changes)) {
            throw new ProblemException(
                    Problem.of(file, "cannot be edited safely (a shared anchor, perhaps) and was left alone"));
        }
    }
}
