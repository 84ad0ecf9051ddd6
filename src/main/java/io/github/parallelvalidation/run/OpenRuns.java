package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.Interruption;
import io.github.parallelvalidation.journal.RecordedRun;
import io.github.parallelvalidation.journal.ResumedAttempts;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunIds;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.OrphanedWorkers;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Begins runs that strategies join one by one, and takes up one that was cut off.
final class OpenRuns {
    private final Workspace workspace;
    private final Workers workers;
    private final Acceptances acceptances;
    private final Clock clock;

    OpenRuns(Workspace workspace, Workers workers, Acceptances acceptances, Clock clock) {
        this.workspace = workspace;
        this.workers = workers;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    /// @param first the strategy that is to join it first; nothing is written where its program was not accepted
    OpenRun begin(Tier tier, StrategyId first) {
        RunInputs inputs = RunInputs.read(workspace, tier, acceptances.of(workspace));
        workspace.requireWritableFolders();
        inputs.programs().require(List.of(first));
        OpenRun.joining(workspace, inputs, inputs.queue(), first);
        WorkspaceLock lock = RunLock.acquireUninterrupted(workspace);
        try {
            RunInputs locked = inputs.locked(workspace, tier);
            Instant now = clock.instant();
            ExecutionPlan plan = new ExecutionPlan(
                    RunIds.next(workspace, now),
                    now,
                    tier,
                    locked.settings().parallelism().maxWorkers(),
                    locked.queue().awaiting(tier).size(),
                    List.of(),
                    OptionalInt.empty(),
                    ChainLink.FIRST);
            RunFile file = new RunFile(workspace.plan(plan.runId()));
            file.begin(plan);
            return open(locked, plan, file, List.of(), lock).begin(Map.of());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Takes up the open run that was cut off: complete results are kept, the rest is run again.
    ///
    /// @return empty where none was, or its verdicts were all reached: then it is resumed like any run
    Optional<OpenRun> takeUp() {
        if (RunLock.holder(workspace).isPresent() || interrupted().isEmpty()) {
            return Optional.empty();
        }
        RunInputs inputs = RunInputs.read(workspace, Tier.L0, acceptances.of(workspace));
        workspace.requireWritableFolders();
        WorkspaceLock lock = RunLock.acquire(workspace);
        try {
            Optional<RunFile> found = interrupted();
            if (found.isEmpty()) {
                lock.close();
                return Optional.empty();
            }
            RunFile file = found.get();
            OwnFile.require(file.path());
            // Taking it up changes neither its plan nor its journal.
            RecordedRun recorded = file.read();
            ExecutionPlan plan = recorded.plan();
            RunInputs locked = inputs.locked(workspace, plan.tier());
            if (!plan.ids().isEmpty()) {
                locked.programs().require(plan.ids());
            }
            file.takeUp(RunWishes.NONE, clock.instant());
            OrphanedWorkers.end(workspace, plan.runId(), recorded.openWorkers());
            Map<StrategyId, List<Attempt>> earlier = new ResumedAttempts(
                            workspace,
                            plan.tier(),
                            plan.runId(),
                            locked.protocol().gates().thresholds().keySet())
                    .attempts(recorded.journal());
            return Optional.of(open(locked, plan, file, recorded.toRun(), lock).begin(earlier));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Optional<RunFile> interrupted() {
        return Interruption.find(workspace)
                .map(id -> new RunFile(workspace.plan(id)))
                .filter(file -> {
                    RecordedRun recorded = file.read();
                    return recorded.isOpen() && recorded.verdicts().isEmpty();
                });
    }

    private OpenRun open(
            RunInputs inputs, ExecutionPlan plan, RunFile file, List<PlannedStrategy> begun, WorkspaceLock lock) {
        Feed<PlannedStrategy> feed = Feed.open();
        RunContext run = new RunContext(
                workspace,
                inputs,
                new GrowingPlan(plan),
                file,
                new RunBoard(plan.tier(), plan.startedAt()),
                new StopSignal(),
                RunMonitor.of(inputs, workers.machine(), plan.workers()),
                // While nobody has spawned anything, nothing is waited for.
                new RunClock(clock, feed::busySeconds));
        RunSession session = new RunSession(run, workers.attempts(inputs), begun);
        return new OpenRun(run, session, feed, lock, acceptances);
    }
}
