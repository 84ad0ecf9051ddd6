package io.github.parallelvalidation.run;

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
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A validation that can do nothing: one of a test overrides what the test needs.
public interface NoValidation extends Validation {

    @Override
    default WorkspaceView view(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    default RunOutcome dryRun(Workspace workspace, RunRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    default RunEstimate estimate(Workspace workspace, RunRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    default WorkspaceCheck check(Workspace workspace, Tier tier) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Acceptances acceptances() {
        throw new UnsupportedOperationException();
    }

    @Override
    default List<NamedProgram> programs(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void requireAccepted(Workspace workspace, RunRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void requireAcceptedToResume(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void requireAcceptedToDecide(Workspace workspace, String runId, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Run start(Workspace workspace, RunRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Run resume(Workspace workspace, RunWishes more) {
        throw new UnsupportedOperationException();
    }

    @Override
    default OpenRun open(Workspace workspace, Tier tier, StrategyId first) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Optional<OpenRun> takeUpOpen(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Optional<RunElsewhere> elsewhere(WorkspaceView view) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Optional<WorkerLook> worker(Workspace workspace, String workerId) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void discard(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    default List<StrategyId> recover(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    default FollowUp followUp(Workspace workspace, RunOutcome ended) {
        throw new UnsupportedOperationException();
    }

    @Override
    default OptionPreviews previews(Workspace workspace, RunOutcome outcome) {
        throw new UnsupportedOperationException();
    }

    @Override
    default RunOutcome decide(Workspace workspace, String runId, Decision decision) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void remember(Workspace workspace, EscalationOption option) {
        throw new UnsupportedOperationException();
    }

    @Override
    default String commandByHand(Workspace workspace, StrategyId strategy, Tier tier) {
        throw new UnsupportedOperationException();
    }

    @Override
    default StrategyEvidence evidence(Workspace workspace, StrategyId strategy, Tier tier, Metrics metrics) {
        throw new UnsupportedOperationException();
    }

    @Override
    default List<Look> looks(Workspace workspace, StrategyId strategy) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Prices prices(Workspace workspace, StrategyId strategy, Tier tier) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Comparison compare(Workspace workspace, Tier tier, List<ComparisonReader.Asked> asked) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Ideas ideas(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    default int move(Workspace workspace, Set<StrategyId> moved, Optional<StrategyId> before) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Remarks remarks(Workspace workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Remarks remark(Workspace workspace, StrategyId strategy, UnaryOperator<Remark> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Optional<RunOutcome> outcome(Workspace workspace, String runId) {
        throw new UnsupportedOperationException();
    }
}
