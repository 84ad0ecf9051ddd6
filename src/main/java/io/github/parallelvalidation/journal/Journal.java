package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;

/// The journal of a plan file, to which a run adds a line per event.
///
/// @param file the plan file, whose last section the journal is while the run is on
public record Journal(Path file) {
    /// What helps people must not make the file too large to be read.
    private static final long DETAILS_LIMIT = 4 << 20;

    public void add(JournalEvent event) {
        boolean hasRoom = file.toFile().length() < DETAILS_LIMIT;
        OwnFile.append(file, "- " + YamlText.dumpLine(EventDocument.of(event, hasRoom)) + "\n");
    }
}
