package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.JournalEvent;
import io.github.parallelvalidation.journal.RecordedResults;
import io.github.parallelvalidation.journal.RecordedRun;
import io.github.parallelvalidation.journal.ResumedAttempts;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.result.Judge;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.FixableErrorsFile;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Looks at a worker through the files of its run, which may be on in any process, or long over.
final class WorkerReader {
    private final Workspace workspace;
    private final Instant now;

    WorkerReader(Workspace workspace, Instant now) {
        this.workspace = workspace;
        this.now = now;
    }

    /// @return empty where no run that is kept knows it
    Optional<WorkerLook> look(String workerId) {
        return new RecordedResults(workspace).byWorker(workerId).map(found -> look(workerId, found));
    }

    private WorkerLook look(String workerId, RecordedResults.InRun found) {
        RecordedRun run = found.run();
        StrategyId strategy = run.strategyOf(workerId).orElseThrow();
        PlannedStrategy planned = run.plan().strategies().stream()
                .filter(one -> one.id().equals(strategy))
                .findFirst()
                .orElseThrow();
        Tier tier = run.plan().tier();
        TierProtocol protocol = TierProtocolFile.read(workspace.protocol(), tier);
        List<Attempt> attempts = attempts(found, protocol, strategy);
        Optional<JournalEvent.Started> open = underway(run, strategy);
        Optional<StrategyResult> recorded = run.result(strategy);
        Optional<StrategyResult> result = recorded.or(() -> judged(planned, tier, protocol, attempts));
        WorkerLook.State state = result.isPresent() ? WorkerLook.State.ENDED : unfinished(run, open);
        return new WorkerLook(
                workerId,
                found.runId(),
                tier,
                planned,
                state,
                open.map(started -> started.id().number()).orElse(attempts.size()),
                ended(recorded, attempts) + (state == WorkerLook.State.RUNNING ? running(open) : 0),
                result,
                recorded.isPresent() || !RunInputs.judgesTheRun(tier, protocol));
    }

    private List<Attempt> attempts(RecordedResults.InRun found, TierProtocol protocol, StrategyId strategy) {
        return new ResumedAttempts(
                        workspace,
                        found.run().plan().tier(),
                        found.runId(),
                        protocol.gates().thresholds().keySet())
                .attempts(found.run().journal())
                .getOrDefault(strategy, List.of());
    }

    private WorkerLook.State unfinished(RecordedRun run, Optional<JournalEvent.Started> open) {
        if (run.finished()) {
            return WorkerLook.State.STOPPED;
        }
        if (RunLock.holder(workspace).isEmpty()) {
            return WorkerLook.State.INTERRUPTED;
        }
        return open.isPresent() ? WorkerLook.State.RUNNING : WorkerLook.State.WAITING;
    }

    /// Seconds of the attempts that are over.
    private static double ended(Optional<StrategyResult> recorded, List<Attempt> attempts) {
        return recorded.map(one -> one.effort().seconds())
                .orElseGet(() -> attempts.stream().mapToDouble(Attempt::seconds).sum());
    }

    /// Seconds of the one that runs.
    private double running(Optional<JournalEvent.Started> open) {
        return open.map(started -> Duration.between(started.at(), now).toMillis() / 1000.0)
                .map(seconds -> Math.max(0, seconds))
                .orElse(0.0);
    }

    private Optional<StrategyResult> judged(
            PlannedStrategy planned, Tier tier, TierProtocol protocol, List<Attempt> attempts) {
        if (!StrategyStage.isFinal(attempts)) {
            return Optional.empty();
        }
        Judge judge = new Judge(
                tier,
                protocol.gates(),
                FixableErrorsFile.read(workspace.fixableErrors()),
                SettingsFile.read(workspace.settings()).settings().failures().autoRetryFixable(),
                protocol.placeboWorlds());
        return Optional.of(judge.judge(planned.id(), planned.name(), attempts));
    }

    /// The attempt whose end is not recorded.
    private static Optional<JournalEvent.Started> underway(RecordedRun run, StrategyId strategy) {
        JournalEvent.Started open = null;
        for (JournalEvent event : run.journal()) {
            if (event.id().strategy().equals(strategy) && !event.isVariation()) {
                open = switch (event) {
                    case JournalEvent.Started started -> started;
                    case JournalEvent.Joined _, JournalEvent.Waits _ -> open;
                    case JournalEvent.Ended _ -> null;
                };
            }
        }
        return Optional.ofNullable(open);
    }
}
