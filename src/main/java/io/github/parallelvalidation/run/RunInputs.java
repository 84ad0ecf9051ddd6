package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.plan.Estimates;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.Planner;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.result.Deflation;
import io.github.parallelvalidation.result.Judge;
import io.github.parallelvalidation.result.Merger;
import io.github.parallelvalidation.settings.FixableErrors;
import io.github.parallelvalidation.settings.FixableErrorsFile;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.trials.ReturnsStore;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.trials.TrialLedger;
import io.github.parallelvalidation.trials.TrialStatistics;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.WorkspacePrograms;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All inputs of a run, read before it writes anything.
public record RunInputs(
        Tier tier,
        Queue queue,
        Settings settings,
        TierProtocol protocol,
        FixableErrors fixable,
        List<RunMetrics> history,
        List<Trial> trials,
        ReturnsStore returns,
        RunPrograms programs) {

    /// @param accepted what of the workspace's programs is accepted now
    /// @throws ProblemException when one of the files cannot be read as it must be
    static RunInputs read(Workspace workspace, Tier tier, Accepted accepted) {
        Settings settings = SettingsFile.read(workspace.settings()).settings();
        return new RunInputs(
                tier,
                new QueueFile(workspace.queue()).read(),
                settings,
                TierProtocolFile.read(workspace.protocol(), tier),
                FixableErrorsFile.read(workspace.fixableErrors()),
                new MetricsHistory(workspace.history()).read(),
                new TrialLedger(workspace.trials()).read(),
                new ReturnsStore(workspace.trialReturns()),
                new RunPrograms(new WorkspacePrograms(workspace, settings.programs()), accepted));
    }

    /// The same once the lock is held, for the tier of the run that is on: what only runs write may be newer by
    /// now, for the one that held the lock before may have ended in between.
    ///
    /// @throws ProblemException when one of the files cannot be read as it must be
    RunInputs locked(Workspace workspace, Tier ofRun) {
        return new RunInputs(
                ofRun,
                new QueueFile(workspace.queue()).read(),
                settings,
                ofRun == tier ? protocol : TierProtocolFile.read(workspace.protocol(), ofRun),
                fixable,
                new MetricsHistory(workspace.history()).read(),
                new TrialLedger(workspace.trials()).read(),
                returns,
                programs);
    }

    /// @throws RequestException when nothing here can judge the tier, or a named strategy cannot be validated
    ExecutionPlan plan(RunRequest request, String runId, Instant now) {
        return planner().plan(queue, request, runId, now);
    }

    private Planner planner() {
        return new Planner(settings, estimates(), MetricsHistory.l0Passes(history));
    }

    /// One strategy as the queue has it now.
    ///
    /// @throws RequestException when it cannot be validated
    PlannedStrategy planned(Queue now, StrategyId strategy) {
        RunRequest alone = RunRequest.of(tier).naming(List.of(strategy));
        return planner().plan(now, alone, "", Instant.EPOCH).strategies().getFirst();
    }

    Estimates estimates() {
        return MetricsHistory.estimates(history, tier);
    }

    /// Whether a gate needs all results of the run: until then no verdict is known.
    boolean judgesTheRun() {
        return judgesTheRun(tier, protocol);
    }

    static boolean judgesTheRun(Tier tier, TierProtocol protocol) {
        return Merger.judgesTheRun(tier, protocol.maxFdrQ(), protocol.minDsr());
    }

    Judge judge() {
        return new Judge(
                tier, protocol.gates(), fixable, settings.failures().autoRetryFixable(), protocol.placeboWorlds());
    }

    /// @param ofThisRun its own trials, which count among those so far
    Merger merger(List<Trial> ofThisRun) {
        TrialStatistics soFar = TrialStatistics.of(
                Stream.concat(trials.stream(), ofThisRun.stream()).toList(),
                // Only L1 deflates; there are no returns to be read for a screen.
                trial -> tier == Tier.L1 ? returns.find(trial) : Optional.empty());
        return new Merger(judge(), protocol.maxFdrQ(), new Deflation(soFar, protocol.minDsr()));
    }
}
