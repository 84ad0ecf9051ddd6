package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.workspace.AtomicFile;
import io.github.parallelvalidation.workspace.ProblemException;
import java.nio.file.Path;

/// A file that follows a text: it is written where it says anything else. Any thread may write it, in whatever order;
/// it is the latest text that stays.
final class LatestText {
    private final Path file;
    private volatile String latest = "";
    private String written = "";

    LatestText(Path file) {
        this.file = file;
    }

    /// @return whether it is another text than before
    boolean change(String text) {
        boolean isOther = !text.equals(latest);
        latest = text;
        return isOther;
    }

    /// @throws ProblemException when it cannot be written; it is not tried again before the text changes
    synchronized void write() {
        String now = latest;
        if (!now.equals(written)) {
            written = now;
            AtomicFile.write(file, now);
        }
    }
}
