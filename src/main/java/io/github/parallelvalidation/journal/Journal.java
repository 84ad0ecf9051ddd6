package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.GrowingFile;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;
import java.time.Duration;

/// The journal of a plan file, to which a run adds a line per event.
///
/// A line is there for whoever comes after a kill. The disk is waited for once in a while only: what a loss of power
/// takes is the last moment of the run, whose results are found again or made again.
public final class Journal {
    /// What helps people must not make the file too large to be read.
    private static final long DETAILS_LIMIT = 4 << 20;

    private static final Duration FORCED_EVERY = Duration.ofSeconds(1);

    private final Path file;
    private final GrowingFile lines;
    private long forcedAt = System.nanoTime();
    /// What this run has written to the file; empty where it was begun by others.
    private final StringBuilder written = new StringBuilder();

    /// @param file the plan file, whose last section the journal is while the run is on
    Journal(Path file) {
        this.file = file;
        this.lines = new GrowingFile(file, this::restore);
    }

    /// @param head what stands in the file before the first line is added
    synchronized void begin(String head) {
        written.setLength(0);
        written.append(head);
    }

    public synchronized void add(JournalEvent event) {
        boolean hasRoom = lines.length() < DETAILS_LIMIT;
        String line = "- " + YamlText.dumpLine(EventDocument.of(event, hasRoom)) + "\n";
        lines.append(line, isDue());
        written.append(line);
    }

    /// Whatever was added is on the disk now.
    public synchronized void force() {
        lines.append("", true);
    }

    /// Writes the file again where it is not there any more. Somebody may tidy the folder while the run is on
    /// (`git clean`): its results are worth more than that.
    ///
    /// @throws ProblemException when it cannot be written
    public synchronized void restoreIfGone() {
        if (!PathEntry.exists(file)) {
            restore();
        }
    }

    private void restore() {
        if (!written.isEmpty()) {
            OwnFile.write(file, written.toString());
        }
    }

    private boolean isDue() {
        long now = System.nanoTime();
        boolean isDue = now - forcedAt >= FORCED_EVERY.toNanos();
        forcedAt = isDue ? now : forcedAt;
        return isDue;
    }

    /// The file is left open no longer; a further line opens it again.
    void close() {
        lines.close();
    }
}
