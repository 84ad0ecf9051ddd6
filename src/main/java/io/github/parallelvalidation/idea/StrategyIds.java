package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which ids are taken, and one that is not.
final class StrategyIds {
    private static final long FIRST = 101;
    private static final int DIGITS_BEGIN = "STR-".length();
    /// So large an id is a date or somebody's joke; ids go on below it.
    private static final long LARGE = 1_000_000_000L;

    private final Workspace workspace;

    StrategyIds(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Why a new strategy cannot have this id, in a sentence; empty where it can.
    Optional<String> whyTaken(StrategyId id) {
        Optional<String> queued = new QueueFile(workspace.queue())
                .read()
                .find(id)
                .map(entry ->
                        "%s stands in the queue already, in line %d; take another id".formatted(id, entry.line()));
        return queued.or(() -> workspace
                .strategy(id)
                .map(folder -> ("%s has a folder already, %s, although the queue does not name it; take another id, or"
                                + " add its entry by hand")
                        .formatted(id, folder.getFileName())));
    }

    /// The id behind the largest of the queue and of the folders.
    StrategyId next() {
        long largest = Stream.concat(
                        new QueueFile(workspace.queue())
                                .read().entries().stream().map(QueueEntry::id),
                        folders(workspace.strategies()))
                .mapToLong(id -> Long.parseLong(id.value().substring(DIGITS_BEGIN)))
                .filter(number -> number < LARGE)
                .max()
                .orElse(FIRST - 1);
        return new StrategyId(String.format(Locale.ROOT, "STR-%03d", largest + 1));
    }

    private static Stream<StrategyId> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> names = Files.list(folder)) {
            return names
                    .flatMap(path -> StrategyId.ofFolder(String.valueOf(path.getFileName())).stream())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new ProblemException(folder, "cannot be listed: " + e.getMessage(), e);
        }
    }
}
