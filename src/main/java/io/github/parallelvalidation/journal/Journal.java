package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.OwnFile;
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
    private long forcedAt = System.nanoTime();

    /// @param file the plan file, whose last section the journal is while the run is on
    Journal(Path file) {
        this.file = file;
    }

    public void add(JournalEvent event) {
        boolean hasRoom = file.toFile().length() < DETAILS_LIMIT;
        String line = "- " + YamlText.dumpLine(EventDocument.of(event, hasRoom)) + "\n";
        OwnFile.append(file, line, isDue());
    }

    /// Whatever was added is on the disk now.
    public void force() {
        OwnFile.append(file, "", true);
    }

    private synchronized boolean isDue() {
        long now = System.nanoTime();
        boolean isDue = now - forcedAt >= FORCED_EVERY.toNanos();
        forcedAt = isDue ? now : forcedAt;
        return isDue;
    }
}
