package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.merge.Judge;
import io.github.parallelvalidation.merge.Merger;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.Planner;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.settings.FixableErrors;
import io.github.parallelvalidation.settings.FixableErrorsFile;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Instant;
import java.util.List;

/// Everything a run reads before it writes anything.
record RunInputs(
        Tier tier,
        Queue queue,
        Settings settings,
        TierProtocol protocol,
        FixableErrors fixable,
        List<RunMetrics> history) {

    /// @throws ProblemException when one of the files cannot be read as it must be
    static RunInputs read(Workspace workspace, Tier tier) {
        return new RunInputs(
                tier,
                new QueueFile(workspace.queue()).read(),
                SettingsFile.read(workspace.settings()).settings(),
                TierProtocolFile.read(workspace.protocol(), tier),
                FixableErrorsFile.read(workspace.fixableErrors()),
                new MetricsHistory(workspace.history()).read());
    }

    /// @throws RequestException when nothing here can judge the tier, or a named strategy cannot be validated
    ExecutionPlan plan(RunRequest request, String runId, Instant now) {
        if (tier == Tier.L1 && settings.workerCommand().isEmpty()) {
            throw new RequestException(
                    "the built-in worker judges L0 only; for L1 name a worker of your own in worker.command");
        }
        Planner planner = new Planner(settings, MetricsHistory.estimates(history, tier));
        return planner.plan(queue, request, runId, now);
    }

    Judge judge() {
        return new Judge(tier, protocol.gates(), fixable, settings.autoRetryFixable());
    }

    Merger merger() {
        return new Merger(judge(), protocol.maxFdrQ());
    }
}
