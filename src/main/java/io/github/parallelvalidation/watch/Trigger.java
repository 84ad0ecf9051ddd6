package io.github.parallelvalidation.watch;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides when a run is due: when enough strategies wait, nothing prevents it, and something is new since the last
/// run. A run that was cancelled or refused leaves its strategies waiting, and must not be started again and again.
public final class Trigger {
    /// The newest run known; null before the first look, empty where there is none.
    private @Nullable String lastRun;

    /// The queue as the newest run left it; null where it ended before the first look.
    private @Nullable Queue left;

    /// What waits because that run left it so.
    private Set<StrategyId> leftWaiting = Set.of();

    /// What waited at the last look.
    private Set<StrategyId> waitedBefore = Set.of();

    private boolean refused;
    private boolean begun;

    /// The state of a workspace; called when a run is over and the files are quiet.
    public WatchState assess(WorkspaceView view, Tier tier, Optional<PipelinePhase> phase) {
        if (!view.errors().isEmpty()) {
            begun = false;
            return Files.exists(view.workspace().queue())
                    ? new WatchState.Broken(view.errors())
                    : new WatchState.NoQueue(view.workspace().queue());
        }
        if (view.lockHolder().isPresent()) {
            begun = false;
            return new WatchState.Locked(view.lockHolder().get());
        }
        if (view.interrupted().isPresent()) {
            begun = false;
            return new WatchState.Interrupted(
                    view.interrupted().get().runId(), view.interrupted().get().summary());
        }
        List<StrategyId> waiting = waiting(view, tier);
        note(view);
        waitedBefore = Set.copyOf(waiting);
        if (phase.filter(PipelinePhase::isBeforeValidation).isPresent()) {
            return new WatchState.EarlierPhase(phase.get().text());
        }
        int needed = view.settings().parallelism().minQueueDepthForParallel();
        if (waiting.size() < needed) {
            return new WatchState.TooFew(tier, waiting.size(), needed);
        }
        boolean isNew = !view.queue().equals(left) || !leftWaiting.containsAll(waiting);
        if (isNew) {
            return new WatchState.Due(tier, waiting.size());
        }
        return refused ? new WatchState.NotBegun(tier, waiting.size()) : new WatchState.Unchanged(tier, waiting.size());
    }

    /// Records that a due run is started.
    public void begin() {
        begun = true;
    }

    /// Records that it was not started, because of an obstacle that passes by itself.
    public void withdraw() {
        begun = false;
    }

    /// Records that the obstacle is removed: a refused run is due again.
    public void forget() {
        left = null;
    }

    private void note(WorkspaceView view) {
        String newest = view.lastRun().map(outcome -> outcome.plan().runId()).orElse("");
        if (lastRun != null && (!newest.equals(lastRun) || begun)) {
            // Without a new run the one that was begun was refused, and all that waited are as they were.
            Optional<RunOutcome> made = view.lastRun().filter(_ -> !newest.equals(lastRun));
            refused = made.isEmpty();
            left = view.queue();
            leftWaiting = made.map(this::leftBy).orElse(waitedBefore);
        }
        lastRun = newest;
        begun = false;
    }

    /// What came to a verdict waits only where somebody set it back since, or for the next tier.
    private Set<StrategyId> leftBy(RunOutcome run) {
        Set<StrategyId> undone = run.plan().strategies().stream()
                .map(PlannedStrategy::id)
                .collect(Collectors.toCollection(HashSet::new));
        if (run.cancelled()) {
            undone.addAll(waitedBefore);
        }
        run.strategies().stream()
                .filter(result -> !result.judgement().status().awaits(run.plan().tier()))
                .map(StrategyResult::id)
                .forEach(undone::remove);
        return undone;
    }

    private static List<StrategyId> waiting(WorkspaceView view, Tier tier) {
        return view.queue().awaiting(tier).stream().map(QueueEntry::id).toList();
    }
}
