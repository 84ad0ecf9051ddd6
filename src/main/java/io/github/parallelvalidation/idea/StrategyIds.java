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
import java.util.stream.Stream;

/// Proposes ids that nothing has.
final class StrategyIds {
    private static final long FIRST = 101;
    private static final int DIGITS_BEGIN = "STR-".length();
    /// So large an id is a date or somebody's joke; ids go on below it.
    private static final long LARGE = 1_000_000_000L;

    private StrategyIds() {}

    /// The id behind the largest of the queue and of the folders.
    static StrategyId next(Workspace workspace) {
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
