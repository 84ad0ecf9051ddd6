package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Makes strategies: a folder with its files, and last the entry in the queue. A kill at any instant leaves no
/// strategy,
/// or a whole one that the queue does not name yet.
final class StrategyMaker {
    static final String HYPOTHESIS = "hypothesis.md";

    private final Workspace workspace;
    private final QueueFile queue;

    StrategyMaker(Workspace workspace) {
        this.workspace = workspace;
        this.queue = new QueueFile(workspace.queue());
    }

    /// @throws io.github.parallelvalidation.workspace.LockedException while a run is on
    /// @throws IdeaException when the id is taken
    /// @throws ProblemException when a file cannot be written; nothing is then there
    void make(NewStrategy wanted) {
        make(wanted.id(), wanted.name(), folder -> {
            OwnFile.write(folder.resolve(HYPOTHESIS), wanted.hypothesis());
            OwnFile.write(folder.resolve(StrategyFile.NAME), wanted.parameters());
        });
    }

    /// @throws IdeaException when the id is taken, or there is nothing to copy
    /// @throws ProblemException when a file cannot be read or written; nothing is then there
    void duplicate(StrategyId from, StrategyId to, String name) {
        String checked = StrategyName.checked(name);
        Path original = workspace
                .strategy(from)
                .orElseThrow(() -> new IdeaException("there is no folder of %s to copy".formatted(from)));
        make(to, checked, folder -> new StrategyCopy(original, folder).copy(from, to, checked));
    }

    private void make(StrategyId id, String name, Consumer<Path> files) {
        try (WorkspaceLock _ = RunLock.acquire(workspace)) {
            new StrategyIds(workspace).whyTaken(id).ifPresent(why -> {
                throw new IdeaException(why);
            });
            DraftFolders.removeAbandoned(workspace.strategies());
            Path folder = workspace.strategies().resolve(StrategyName.folder(id, name));
            Path draft = DraftFolders.of(folder);
            try {
                files.accept(draft);
                OwnFile.place(draft, folder);
            } finally {
                OwnFile.removeFolder(draft);
            }
            try {
                queue.append(id, name);
            } catch (RuntimeException e) {
                OwnFile.removeFolder(folder);
                throw e;
            }
        }
    }
}
