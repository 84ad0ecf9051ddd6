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
        Optional<StrategyResult> recorded = run.result(strategy);
        TierProtocol protocol = TierProtocolFile.read(workspace.protocol(), tier);
        List<Attempt> attempts = new ResumedAttempts(
                        workspace,
                        tier,
                        found.runId(),
                        protocol.gates().thresholds().keySet())
                .attempts(run.journal())
                .getOrDefault(strategy, List.of());
        Optional<StrategyResult> result = recorded.or(() -> judged(planned, tier, protocol, attempts));
        boolean isFinal = recorded.isPresent() || !RunInputs.judgesTheRun(tier, protocol);
        Optional<JournalEvent.Started> open = underway(run, strategy);
        double seconds = recorded.map(one -> one.effort().seconds())
                .orElseGet(() -> attempts.stream().mapToDouble(Attempt::seconds).sum());
        WorkerLook.State state = result.isPresent()
                ? WorkerLook.State.ENDED
                : run.finished()
                        ? WorkerLook.State.STOPPED
                        : RunLock.holder(workspace).isEmpty()
                                ? WorkerLook.State.INTERRUPTED
                                : open.isPresent() ? WorkerLook.State.RUNNING : WorkerLook.State.WAITING;
        double running = state == WorkerLook.State.RUNNING
                ? open.map(started -> Duration.between(started.at(), now).toMillis() / 1000.0)
                        .orElse(0.0)
                : 0;
        int attempt = open.map(started -> started.id().number()).orElse(attempts.size());
        return new WorkerLook(
                workerId,
                found.runId(),
                tier,
                planned,
                state,
                attempt,
                seconds + Math.max(0, running),
                result,
                isFinal);
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
