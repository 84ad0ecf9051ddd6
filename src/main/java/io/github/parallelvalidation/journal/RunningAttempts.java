package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.process.ProcessIdentity;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.ProgressFile;
import io.github.parallelvalidation.supervise.ProgressLine;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the workers of the run that is on in a workspace, whichever process it is in: by the journal of its plan
/// file, and by what each worker last said of its progress.
public final class RunningAttempts {
    private final Workspace workspace;
    private final Settings settings;

    private RunningAttempts(Workspace workspace, Settings settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    /// @param settings say how long an attempt may take, where its run does not
    /// @return in the order in which they were started; empty while no run is on
    /// @throws ProblemException when the plan file of the run cannot be read
    public static List<RunningAttempt> of(Workspace workspace, Settings settings) {
        if (RunLock.holder(workspace).isEmpty()) {
            return List.of();
        }
        return Interruption.find(workspace)
                .map(id -> new RunningAttempts(workspace, settings).of(new RunFile(workspace.plan(id))))
                .orElse(List.of());
    }

    private List<RunningAttempt> of(RunFile file) {
        RecordedRun run = file.read();
        // Either its last worker has ended and the records are being written, or who holds the lock has not taken up
        // yet what another process has left.
        if (run.outcome().isPresent()
                || file.process().filter(ProcessIdentity::hasEnded).isPresent()) {
            return List.of();
        }
        Instant since = file.takenUp().orElse(Instant.MIN);
        return run.open().stream()
                // The others went with the process that was interrupted.
                .filter(started -> !started.at().isBefore(since))
                .map(started -> attempt(run, started))
                .toList();
    }

    private RunningAttempt attempt(RecordedRun run, JournalEvent.Started started) {
        return new RunningAttempt(
                started.id(),
                run.plan().runId(),
                run.plan().tier(),
                started.variation(),
                started.at(),
                timeout(run.plan(), started.id().strategy()).toMillis() / 1000.0,
                progress(workspace, started.id(), run.plan().tier(), started.variation()));
    }

    /// One that joined a run may have a time limit of its own.
    private Duration timeout(ExecutionPlan plan, StrategyId strategy) {
        return plan.strategies().stream()
                .filter(planned -> planned.id().equals(strategy))
                .findFirst()
                .map(planned -> plan.timeout(planned, settings))
                .orElseGet(() -> plan.timeout(settings));
    }

    /// What a worker has said since it was found; no plan file is read for that.
    public static Optional<ProgressLine> progress(Workspace workspace, RunningAttempt attempt) {
        return progress(workspace, attempt.id(), attempt.tier(), attempt.variation());
    }

    private static Optional<ProgressLine> progress(
            Workspace workspace, AttemptId id, Tier tier, OptionalInt variation) {
        try {
            return workspace
                    .strategy(id.strategy())
                    .map(folder -> output(folder, variation))
                    .flatMap(output -> ProgressFile.read(new ResultFiles(output, tier).progress(), id.workerId()));
        } catch (ProblemException ambiguousOrOutside) {
            // What is wrong with the folder the run itself says.
            return Optional.empty();
        }
    }

    private static Path output(Path folder, OptionalInt variation) {
        Path results = folder.resolve(Workspace.RESULTS);
        return variation.isPresent() ? results.resolve(ParameterVariation.name(variation.getAsInt())) : results;
    }
}
