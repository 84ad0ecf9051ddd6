package io.github.parallelvalidation.run;

import io.github.parallelvalidation.display.StrandedText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The state of a workspace, as shown while this program runs nothing in it.
///
/// @param queue the queue, empty where it cannot be read (then `errors` says why)
/// @param lockHolder who holds the lock, in words, while a run is in progress anywhere
/// @param interrupted the run that was cut off and waits to be resumed or discarded
/// @param lastRun the newest finished run
/// @param openQuestions finished runs that wait for a decision, newest first
/// @param history the last thirty runs, newest last
/// @param errors what stops a run; `warnings` what does not
public record WorkspaceView(
        Workspace workspace,
        Queue queue,
        Settings settings,
        Map<Tier, TierProtocol> protocols,
        Optional<String> lockHolder,
        Optional<InterruptedRun> interrupted,
        Optional<RunOutcome> lastRun,
        List<RunOutcome> openQuestions,
        List<RunMetrics> history,
        List<Problem> errors,
        List<Problem> warnings) {
    public WorkspaceView {
        protocols = Map.copyOf(protocols);
        openQuestions = List.copyOf(openQuestions);
        history = List.copyOf(history);
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /// Entries that say they are being validated although no run is on and none waits to be resumed; not known while a
    /// file cannot be read.
    public List<QueueEntry> stranded() {
        if (lockHolder.isPresent() || !errors.isEmpty()) {
            return List.of();
        }
        Set<StrategyId> planned = interrupted.stream()
                .flatMap(run -> run.found().stream())
                .map(InterruptedRun.Found::id)
                .collect(Collectors.toSet());
        return StrandedEntries.of(queue, planned);
    }

    /// Whether the queue is as the file has it; where the file cannot be read it is empty here.
    public boolean isQueueReadable() {
        return errors.stream().noneMatch(problem -> problem.file().equals(workspace.queue()));
    }

    /// The last thirty runs.
    ///
    /// @throws ProblemException when their file cannot be read
    public List<RunMetrics> requireHistory() {
        errors.stream()
                .filter(problem -> problem.file().equals(workspace.history()))
                .findFirst()
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        return history;
    }

    /// All that is to be said before a run although it stops none.
    public List<Problem> remarks() {
        return Stream.concat(
                        warnings.stream(),
                        stranded().stream().map(entry -> StrandedText.warning(workspace.queue(), entry)))
                .toList();
    }

    /// That of a tier; the defaults where its file cannot be read.
    public TierProtocol protocol(Tier tier) {
        return protocols.getOrDefault(tier, TierProtocol.defaults(tier));
    }
}
