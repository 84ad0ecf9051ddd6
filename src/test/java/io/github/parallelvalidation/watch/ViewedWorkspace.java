package io.github.parallelvalidation.watch;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.compare.Comparison;
import io.github.parallelvalidation.compare.ComparisonReader;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.evidence.Look;
import io.github.parallelvalidation.evidence.Prices;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunEstimate;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.run.FollowUp;
import io.github.parallelvalidation.run.OpenRun;
import io.github.parallelvalidation.run.RunElsewhere;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkerLook;
import io.github.parallelvalidation.run.WorkspaceCheck;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The workspace as its files say, but for the last run, which the test says. Only looking is possible.
final class ViewedWorkspace implements Validation {
    private final Validation real = TestWorkspace.validation();
    Optional<RunOutcome> lastRun = Optional.empty();

    @Override
    public WorkspaceView view(Workspace workspace) {
        WorkspaceView seen = real.view(workspace);
        return new WorkspaceView(
                workspace,
                seen.queue(),
                seen.settings(),
                seen.protocols(),
                seen.lockHolder(),
                seen.interrupted(),
                lastRun,
                seen.openQuestions(),
                seen.history(),
                seen.errors(),
                seen.warnings());
    }

    @Override
    public StrategyEvidence evidence(Workspace workspace, StrategyId strategy, Tier tier, Metrics metrics) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Look> looks(Workspace workspace, StrategyId strategy) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Prices prices(Workspace workspace, StrategyId strategy, Tier tier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Comparison compare(Workspace workspace, Tier tier, List<ComparisonReader.Asked> asked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionPreviews previews(Workspace workspace, RunOutcome outcome) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunOutcome dryRun(Workspace workspace, RunRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunEstimate estimate(Workspace chosen, RunRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WorkspaceCheck check(Workspace workspace, Tier tier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Run start(Workspace workspace, RunRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Run resume(Workspace workspace, RunWishes more) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OpenRun open(Workspace workspace, Tier tier, StrategyId first) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<OpenRun> takeUpOpen(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RunElsewhere> elsewhere(WorkspaceView view) {
        return Optional.empty();
    }

    @Override
    public Optional<WorkerLook> worker(Workspace workspace, String workerId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StrategyId> recover(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FollowUp followUp(Workspace workspace, RunOutcome ended) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunOutcome decide(Workspace workspace, String runId, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remember(Workspace workspace, EscalationOption option) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String commandByHand(Workspace workspace, StrategyId strategy, Tier tier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int move(Workspace workspace, Set<StrategyId> moved, Optional<StrategyId> before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Remarks remarks(Workspace workspace) {
        return Remarks.NONE;
    }

    @Override
    public Remarks remark(Workspace workspace, StrategyId strategy, UnaryOperator<Remark> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Ideas ideas(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RunOutcome> outcome(Workspace workspace, String runId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Acceptances acceptances() {
        return real.acceptances();
    }

    @Override
    public List<NamedProgram> programs(Workspace workspace) {
        return real.programs(workspace);
    }

    @Override
    public void requireAccepted(Workspace workspace, RunRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requireAcceptedToResume(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requireAcceptedToDecide(Workspace workspace, String runId, Decision decision) {
        throw new UnsupportedOperationException();
    }
}
