package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.SharedFile;
import io.github.parallelvalidation.workspace.SharedText;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StaleTempFiles;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a changed idea. A strategy that was judged is another one now: it awaits L0 again, and says so in the queue
/// before its file changes, so that no verdict ever stands beside rules that it is not about.
final class IdeaSaver {
    private final Workspace workspace;

    IdeaSaver(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @throws io.github.parallelvalidation.workspace.LockedException while a run is on
    /// @throws IdeaException when the texts are not sound, or a run is to be resumed that judges the strategy
    /// @throws ProblemException when the file says something else than when it was read, or cannot be written;
    ///     it is then as it was
    void save(Idea idea, Map<String, String> edits) {
        IdeaCheck check = new IdeaCheck(idea, edits);
        Strategy strategy = check.strategy().orElseThrow(() -> new IdeaException(check.sentence()));
        Source after = IdeaText.edited(idea, edits);
        SharedFile file = new SharedFile(idea.source().file());
        try (WorkspaceLock _ = RunLock.acquire(workspace)) {
            file.read(now -> requireUnchanged(idea, now));
            if (hashBefore(idea).filter(strategy.hash()::equals).isEmpty()) {
                awaitAgain(idea.id());
            }
            removeLeftovers(idea.source().file().resolveSibling(""));
            file.edit(now -> requireUnchanged(idea, now).changed(after.text()));
        }
    }

    /// What a killed writer left.
    private static void removeLeftovers(Path folder) {
        try {
            StaleTempFiles.remove(folder);
        } catch (IOException e) {
            throw new ProblemException(folder, "what was left there cannot be removed: " + e.getMessage(), e);
        }
    }

    private static SharedText requireUnchanged(Idea idea, SharedText now) {
        if (!now.isThere() || !now.source().text().equals(idea.source().text())) {
            throw new ProblemException(Problem.of(
                    idea.source().file(),
                    "was changed by another program since it was read here, and was left alone; read it again"));
        }
        return now;
    }

    private static Optional<String> hashBefore(Idea idea) {
        try {
            return Optional.of(StrategyFile.of(YamlDocument.parse(idea.source()))
                    .strategy()
                    .hash());
        } catch (ProblemException saidNoStrategy) {
            return Optional.empty();
        }
    }

    private void awaitAgain(StrategyId id) {
        QueueFile queue = new QueueFile(workspace.queue());
        Optional<QueueEntry> entry = queue.read().find(id);
        entry.filter(found -> found.status().isUnderway()).ifPresent(found -> {
            throw new IdeaException(
                    ("%s is being validated, or waits for an interrupted run (%s in the queue, line %d);"
                                    + " resume or discard that run first")
                            .formatted(id, found.statusText(), found.line()));
        });
        // An entry that waits anyway, or has a status of somebody else, stays as it is.
        if (entry.isPresent()) {
            queue.update(List.of(new StatusChange.Again(id)));
        }
    }
}
