package io.github.parallelvalidation.run;

import io.github.parallelvalidation.compare.Comparison;
import io.github.parallelvalidation.compare.ComparisonReader;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.evidence.EvidenceReader;
import io.github.parallelvalidation.evidence.Look;
import io.github.parallelvalidation.evidence.PriceReader;
import io.github.parallelvalidation.evidence.Prices;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.journal.Interruption;
import io.github.parallelvalidation.journal.RecordedRun;
import io.github.parallelvalidation.journal.RunChain;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunIds;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.journal.RunPreviews;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.RunEstimate;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.remark.RemarksFile;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.EscalationPolicy;
import io.github.parallelvalidation.settings.EscalationPolicyFile;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.OrphanedWorkers;
import io.github.parallelvalidation.supervise.RerunCommand;
import io.github.parallelvalidation.supervise.WorkerCommand;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.trials.TrialLedger;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.trust.WorkspacePrograms;
import io.github.parallelvalidation.worker.StrategyInspector;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Validation with worker processes on this machine.
public final class LocalValidation implements Validation {
    private final Workers workers;
    private final StrategyInspector inspector;
    private final Clock clock;
    private final Acceptances acceptances;

    /// @param builtIn starts the built-in worker
    /// @param inspector looks at strategies before they are run
    /// @param acceptances which programs of which workspaces may be started
    public LocalValidation(
            WorkerCommand.BuiltIn builtIn,
            StrategyInspector inspector,
            MemoryProbe memory,
            Clock clock,
            Acceptances acceptances) {
        this(builtIn, inspector, memory, MachineMemory.ofSystem(), clock, acceptances);
    }

    /// @param machine what new workers can have
    public LocalValidation(
            WorkerCommand.BuiltIn builtIn,
            StrategyInspector inspector,
            MemoryProbe memory,
            MachineMemory machine,
            Clock clock,
            Acceptances acceptances) {
        this(builtIn, inspector, memory, machine, clock, Duration.ZERO, acceptances);
    }

    /// @param workersKept how long processes of the built-in worker wait for another run
    public LocalValidation(
            WorkerCommand.BuiltIn builtIn,
            StrategyInspector inspector,
            MemoryProbe memory,
            MachineMemory machine,
            Clock clock,
            Duration workersKept,
            Acceptances acceptances) {
        this(
                new ProcessWorkers(builtIn, inspector, memory, machine, new KeptWorkers(workersKept)),
                inspector,
                clock,
                acceptances);
    }

    public LocalValidation(Workers workers, StrategyInspector inspector, Clock clock, Acceptances acceptances) {
        this.workers = workers;
        this.inspector = inspector;
        this.clock = clock;
        this.acceptances = acceptances;
    }

    @Override
    public Acceptances acceptances() {
        return acceptances;
    }

    @Override
    public List<NamedProgram> programs(Workspace workspace) {
        return new WorkspacePrograms(
                        workspace,
                        SettingsFile.read(workspace.settings()).settings().programs())
                .all();
    }

    @Override
    public void requireAccepted(Workspace workspace, RunRequest request) {
        run(workspace, request, RunWishes.NONE).requireAccepted();
    }

    @Override
    public void requireAcceptedToResume(Workspace workspace) {
        run(workspace, null, RunWishes.NONE).requireAccepted();
    }

    @Override
    public void requireAcceptedToDecide(Workspace workspace, String runId, Decision decision) {
        new DecisionHandler(workspace, acceptances.of(workspace), clock).requireAccepted(runId, decision);
    }

    private LocalRun run(Workspace workspace, @Nullable RunRequest request, RunWishes more) {
        return new LocalRun(workspace, request, more, workers, acceptances, clock);
    }

    @Override
    public WorkspaceView view(Workspace workspace) {
        return new WorkspaceReader(workspace).view(true);
    }

    @Override
    public WorkspaceView viewWithoutRuns(Workspace workspace) {
        return new WorkspaceReader(workspace).view(false);
    }

    @Override
    public WorkspaceCheck check(Workspace workspace, Tier tier) {
        return WorkspaceCheck.of(view(workspace), tier, inspector)
                .with(problem(workspace::requireWritableFolders))
                .with(problem(() -> new TrialLedger(workspace.trials()).read()));
    }

    private static Optional<Problem> problem(Runnable look) {
        try {
            look.run();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    @Override
    public RunOutcome dryRun(Workspace workspace, RunRequest request) {
        if (RunLock.holder(workspace).isEmpty()) {
            Interruption.refuse(workspace);
        }
        RunInputs inputs = RunInputs.read(workspace, request.tier(), Accepted.NONE);
        Instant now = clock.instant();
        return RunOutcome.planned(inputs.plan(request, RunIds.next(workspace, now), now), true);
    }

    @Override
    public RunEstimate estimate(Workspace workspace, RunRequest request) {
        RunInputs inputs = RunInputs.read(workspace, request.tier(), Accepted.NONE);
        Instant now = clock.instant();
        return RunEstimate.of(inputs.plan(request, RunIds.next(workspace, now), now), inputs.estimates());
    }

    @Override
    public Run start(Workspace workspace, RunRequest request) {
        return run(workspace, request, RunWishes.NONE);
    }

    @Override
    public Run resume(Workspace workspace, RunWishes more) {
        return run(workspace, null, more);
    }

    @Override
    public OpenRun open(Workspace workspace, Tier tier, StrategyId first) {
        return new OpenRuns(workspace, workers, acceptances, clock).begin(tier, first);
    }

    @Override
    public Optional<OpenRun> takeUpOpen(Workspace workspace) {
        return new OpenRuns(workspace, workers, acceptances, clock).takeUp();
    }

    @Override
    public Optional<RunElsewhere> elsewhere(WorkspaceView view) {
        return RunElsewhere.of(view);
    }

    @Override
    public Optional<WorkerLook> worker(Workspace workspace, String workerId) {
        return new WorkerReader(workspace, clock.instant()).look(workerId);
    }

    @Override
    public FollowUp followUp(Workspace workspace, RunOutcome ended) {
        FollowUp next = FollowUp.after(
                RunChain.read(workspace, ended).rounds(),
                settings(workspace),
                ended.plan().link().wishes());
        return next instanceof FollowUp.Start start ? start.among(new QueueFile(workspace.queue()).read()) : next;
    }

    /// By a file that broke while the run was on, nothing is decided: a person is asked.
    private static Settings settings(Workspace workspace) {
        try {
            return SettingsFile.read(workspace.settings()).settings();
        } catch (ProblemException brokenMeanwhile) {
            return Settings.DEFAULT;
        }
    }

    @Override
    public void discard(Workspace workspace) {
        try (WorkspaceLock _ = RunLock.acquire(workspace)) {
            RunFile file = new RunFile(workspace.plan(Interruption.require(workspace)));
            OwnFile.require(file.path());
            RecordedRun recorded = file.read();
            OrphanedWorkers.end(workspace, recorded.plan().runId(), recorded.openWorkers());
            ExecutionPlan plan = recorded.plan();
            List<StatusChange> changes =
                    plan.strategies().stream().map(RunQueue::restored).toList();
            // A verdict that had reached the queue stays: only what still says "validating" is put back.
            new QueueFile(workspace.queue()).update(changes);
            file.discard(clock.instant());
        }
    }

    @Override
    public List<StrategyId> recover(Workspace workspace) {
        return StrandedEntries.giveBack(workspace);
    }

    @Override
    public OptionPreviews previews(Workspace workspace, RunOutcome outcome) {
        return RunPreviews.of(workspace, outcome);
    }

    @Override
    public RunOutcome decide(Workspace workspace, String runId, Decision decision) {
        DecisionHandler desk = new DecisionHandler(workspace, acceptances.of(workspace), clock);
        // Before the lock, which leaves its file.
        workspace.requireWritableFolders();
        desk.requireAccepted(runId, decision);
        try (WorkspaceLock _ = RunLock.acquireUninterrupted(workspace)) {
            return desk.decide(runId, decision);
        }
    }

    @Override
    public void remember(Workspace workspace, EscalationOption option) {
        try (WorkspaceLock _ = RunLock.acquire(workspace)) {
            EscalationPolicyFile.remember(workspace.settings(), EscalationPolicy.of(option));
        }
    }

    @Override
    public StrategyEvidence evidence(Workspace workspace, StrategyId strategy, Tier tier, Metrics metrics) {
        return new EvidenceReader(workspace).read(strategy, tier, metrics);
    }

    @Override
    public List<Look> looks(Workspace workspace, StrategyId strategy) {
        return Look.at(workspace, strategy);
    }

    @Override
    public Prices prices(Workspace workspace, StrategyId strategy, Tier tier) {
        return new PriceReader(workspace, acceptances.of(workspace)).read(strategy, tier);
    }

    @Override
    public Comparison compare(Workspace workspace, Tier tier, List<ComparisonReader.Asked> asked) {
        return new ComparisonReader(workspace, acceptances.of(workspace)).read(tier, asked);
    }

    @Override
    public String commandByHand(Workspace workspace, StrategyId strategy, Tier tier) {
        RunInputs inputs = RunInputs.read(workspace, tier, acceptances.of(workspace));
        Path folder = workspace
                .strategy(strategy)
                .orElseThrow(() ->
                        new ProblemException(Problem.of(workspace.strategies(), "there is no folder of " + strategy)));
        WorkerTask task = new WorkerTask(
                workspace,
                new AttemptId(strategy, "manual", 1),
                tier,
                "manual",
                folder,
                inputs.settings().timeouts().of(tier));
        try {
            return RerunCommand.byHand(workspace, workers.arguments(inputs, task));
        } catch (DataException e) {
            throw new ProblemException(e.problem(), e);
        }
    }

    @Override
    public int move(Workspace workspace, Set<StrategyId> moved, Optional<StrategyId> before) {
        try (WorkspaceLock _ = RunLock.acquire(workspace)) {
            return new QueueFile(workspace.queue()).move(moved, before);
        }
    }

    @Override
    public Remarks remarks(Workspace workspace) {
        return new RemarksFile(workspace.starsAndNotes()).read();
    }

    @Override
    public Remarks remark(Workspace workspace, StrategyId strategy, UnaryOperator<Remark> change) {
        return new RemarksFile(workspace.starsAndNotes()).change(strategy, change);
    }

    @Override
    public Ideas ideas(Workspace workspace) {
        return new Ideas(workspace, () -> acceptances.of(workspace));
    }

    @Override
    public Optional<RunOutcome> outcome(Workspace workspace, String runId) {
        return RunFile.outcome(workspace, runId);
    }
}
