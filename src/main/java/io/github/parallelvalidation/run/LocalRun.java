package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.Interruption;
import io.github.parallelvalidation.journal.RecordedRun;
import io.github.parallelvalidation.journal.ResumedAttempts;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunIds;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.run.RunSnapshot.Phase;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.OrphanedWorkers;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A run with worker processes on this machine, new or resumed.
final class LocalRun implements Validation.Run {
    private final Workspace workspace;
    private final @Nullable RunRequest request;
    private final RunWishes more;
    private final Workers workers;
    private final Acceptances acceptances;
    private final Clock clock;
    private final RunBoard board;
    private final StopSignal stop = new StopSignal();
    /// The strategies whose programs were looked at before the lock.
    private Set<StrategyId> lookedAt = Set.of();

    /// Whatever is only recorded needs no processes.
    private static final AttemptRunner NONE_LEFT = (task, _, _) -> {
        throw new IllegalStateException(task.id() + " is asked for, and all verdicts are reached");
    };

    /// Stands for the id of a run that is only thought through.
    private static final String NOT_YET = "not-yet";

    /// @param request what is asked for, or null to resume the interrupted run
    /// @param more what is asked for beyond what an interrupted run began with
    LocalRun(
            Workspace workspace,
            @Nullable RunRequest request,
            RunWishes more,
            Workers workers,
            Acceptances acceptances,
            Clock clock) {
        this.workspace = workspace;
        this.request = request;
        this.more = more;
        this.workers = workers;
        this.acceptances = acceptances;
        this.clock = clock;
        this.board = new RunBoard(request == null ? Tier.L0 : request.tier(), clock.instant());
    }

    @Override
    public RunBoard board() {
        return board;
    }

    @Override
    public void cancel() {
        stop.raise();
        board.cancelling();
    }

    /// @throws NotAcceptedException when it would start programs that were not accepted; nothing was written then
    @Override
    public RunOutcome execute() {
        // Read once before the lock, so that a broken file leaves no trace at all.
        RunInputs inputs = inputs();
        try (WorkspaceLock lock =
                request == null ? RunLock.acquire(workspace) : RunLock.acquireUninterrupted(workspace)) {
            RunOutcome outcome = request == null ? resume(inputs, lock) : begin(request, inputs, lock);
            board.phase(Phase.FINISHED);
            return outcome;
        }
    }

    /// Makes sure that the run could begin as the files are now: that all that it would start was accepted, and that
    /// what it writes can be written.
    ///
    /// @throws NotAcceptedException when it was not
    void requireAccepted() {
        inputs();
    }

    private RunInputs inputs() {
        RunInputs inputs = RunInputs.read(workspace, board.snapshot().tier(), acceptances.of(workspace));
        workspace.requireWritableFolders();
        requireAccepted(inputs);
        return inputs;
    }

    private void requireAccepted(RunInputs inputs) {
        if (request != null) {
            List<StrategyId> ids =
                    inputs.plan(request, NOT_YET, clock.instant()).ids();
            require(inputs, ids);
            lookedAt = Set.copyOf(ids);
            return;
        }
        RecordedRun recorded = new RunFile(workspace.plan(Interruption.require(workspace))).read();
        if (recorded.verdicts().isEmpty()) {
            require(inputs, recorded.plan().ids());
        } else {
            inputs.programs().requireNotifier();
        }
    }

    private static void require(RunInputs inputs, List<StrategyId> strategies) {
        if (!strategies.isEmpty()) {
            inputs.programs().require(strategies);
        }
    }

    private RunOutcome begin(RunRequest asked, RunInputs before, WorkspaceLock lock) {
        RunInputs inputs = before.locked(workspace, asked.tier());
        Instant now = clock.instant();
        ExecutionPlan plan = inputs.plan(asked, RunIds.next(workspace, now), now);
        if (plan.strategies().isEmpty()) {
            return RunOutcome.planned(plan, false);
        }
        // Others may have added to the queue since.
        require(inputs, plan.ids().stream().filter(id -> !lookedAt.contains(id)).toList());
        AttemptRunner runner = workers.attempts(inputs);
        RunContext run = context(inputs, plan, new RunFile(workspace.plan(plan.runId())), 0);
        asked.remarks().forEach(run.monitor()::remark);
        try {
            runner.prepare(workspace, plan.runId(), plan.strategies().size());
            new QueueFile(workspace.queue()).rehearse(RunQueue.beginnings(plan));
            run.file().begin(plan);
        } catch (RuntimeException | Error e) {
            runner.close();
            throw e;
        }
        RunSession session = new RunSession(run, runner, plan.strategies());
        return KeptResults.keeping(run, session, lock, () -> session.run(Map.of()));
    }

    private RunOutcome resume(RunInputs before, WorkspaceLock lock) {
        RunFile file = new RunFile(workspace.plan(Interruption.require(workspace)));
        OwnFile.require(file.path());
        file.takeUp(more, clock.instant());
        RecordedRun recorded = file.read();
        OrphanedWorkers.end(workspace, recorded.plan().runId(), recorded.openWorkers());
        ExecutionPlan plan = recorded.plan();
        RunInputs inputs = before.locked(workspace, plan.tier());
        ResumedAttempts recovery = new ResumedAttempts(
                workspace,
                plan.tier(),
                plan.runId(),
                inputs.protocol().gates().thresholds().keySet());
        RunContext run = context(inputs, plan, file, recorded.secondsSoFar());
        var attempts = recovery.attempts(recorded.journal());
        AttemptRunner runner = recorded.verdicts().isPresent() ? NONE_LEFT : workers.attempts(inputs);
        RunSession session = new RunSession(run, runner, recorded.toRun());
        DecisionHandler desk = new DecisionHandler(workspace, inputs.programs().accepted(), clock);
        // With a summary all verdicts are reached; only what follows from them, or from a decision, is repeated.
        return KeptResults.keeping(
                run,
                session,
                lock,
                () -> recorded.verdicts()
                        .map(outcome ->
                                desk.resume(file, inputs, outcome).orElseGet(() -> session.record(outcome, attempts)))
                        .orElseGet(() -> session.run(attempts)));
    }

    private RunContext context(RunInputs inputs, ExecutionPlan plan, RunFile file, double secondsBefore) {
        return new RunContext(
                workspace,
                inputs,
                new GrowingPlan(plan),
                file,
                board,
                stop,
                RunMonitor.of(inputs, workers.machine(), plan.workers()),
                RunClock.running(clock, secondsBefore));
    }
}
