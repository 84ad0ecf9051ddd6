package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.Source;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Optional;

/// The queue that this program read or wrote last. A run looks at the file many times, and mostly it still says the
/// same word for word: then it need not be taken apart again. Given up when memory is short.
final class LatestQueue {
    private static volatile SoftReference<QueueDocument> latest = new SoftReference<>(null);

    private LatestQueue() {}

    /// What the text says.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when it is not a queue
    static QueueDocument of(Source source) {
        return Optional.ofNullable(latest.get())
                .filter(known -> known.source().equals(source))
                .orElseGet(() -> keep(QueueDocument.parse(source)));
    }

    /// What a file said last, where that is known.
    static Optional<QueueDocument> of(Path file) {
        return Optional.ofNullable(latest.get())
                .filter(known -> known.source().file().equals(file));
    }

    static QueueDocument keep(QueueDocument document) {
        latest = new SoftReference<>(document);
        return document;
    }
}
