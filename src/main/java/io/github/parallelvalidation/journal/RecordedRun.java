package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The content of a plan file: plan, journal, outcome.
///
/// @param journal the events in the order in which they were written
/// @param outcome the merged results, where the run came that far
/// @param finished whether everything of the run was written
/// @param last the part of it that was last on
public record RecordedRun(
        ExecutionPlan plan, List<JournalEvent> journal, Optional<RunOutcome> outcome, boolean finished, Part last) {
    /// The part of a run since it began or was taken up last.
    ///
    /// @param began when that was
    /// @param secondsBefore what all parts before had taken; what lies between two parts was spent by nobody
    public record Part(Instant began, double secondsBefore) {}

    public RecordedRun {
        journal = List.copyOf(journal);
    }

    /// Workers that were started and whose end is not recorded.
    public Set<String> openWorkers() {
        return open().stream().map(started -> started.id().workerId()).collect(Collectors.toSet());
    }

    /// The beginnings of which no end is recorded, in their order.
    List<JournalEvent.Started> open() {
        Map<AttemptId, JournalEvent.Started> open = new LinkedHashMap<>();
        for (JournalEvent event : journal) {
            switch (event) {
                case JournalEvent.Started started -> open.put(started.id(), started);
                case JournalEvent.Joined _, JournalEvent.Waits _ -> {}
                case JournalEvent.Ended ended -> open.remove(ended.id());
            }
        }
        return List.copyOf(open.values());
    }

    /// The duration of the run before it was interrupted, as far as its journal tells.
    public double secondsSoFar() {
        double seconds = Duration.between(last.began(), lastSign()).toMillis() / 1000.0;
        // A clock may have been set back meanwhile.
        return last.secondsBefore() + Math.max(0, seconds);
    }

    /// When the last step was written, in the last part or before.
    private Instant lastSign() {
        return journal.isEmpty() ? last.began() : journal.getLast().at();
    }

    /// Its outcome, where all its verdicts were reached. One that was stopped, and could not write all of that down
    /// (a disk was full), has the rest still to run.
    public Optional<RunOutcome> verdicts() {
        return outcome.filter(reached -> !reached.cancelled());
    }

    /// Its result of a strategy, where it came that far.
    public Optional<StrategyResult> result(StrategyId strategy) {
        return outcome.map(RunOutcome::byStrategy).map(results -> results.get(strategy));
    }

    /// Strategies that occur in the journal.
    public Set<StrategyId> begun() {
        return journal.stream()
                .filter(event -> !(event instanceof JournalEvent.Joined))
                .map(event -> event.id().strategy())
                .collect(Collectors.toSet());
    }

    /// Whether strategies join it while it is on. A run that does not begin so is never begun without any.
    public boolean isOpen() {
        return journal.stream().anyMatch(JournalEvent.Joined.class::isInstance)
                || plan.strategies().isEmpty();
    }

    /// The strategies that workers are for: all of the plan, but for those that were only claimed and never spawned.
    public List<PlannedStrategy> toRun() {
        return plan.strategies().stream()
                .filter(planned -> !isOpen() || planned.spawn().isPresent())
                .toList();
    }

    /// The strategies that joined it, with the id of the worker that was promised for each.
    public Map<String, PlannedStrategy> joined() {
        Map<String, PlannedStrategy> joined = new LinkedHashMap<>();
        for (JournalEvent event : journal) {
            if (event instanceof JournalEvent.Joined one) {
                joined.put(one.id().workerId(), one.planned());
            }
        }
        return joined;
    }

    /// The strategy at which a worker was.
    public Optional<StrategyId> strategyOf(String workerId) {
        return journal.stream()
                .map(JournalEvent::id)
                .filter(id -> id.workerId().equals(workerId))
                .map(AttemptId::strategy)
                .findFirst();
    }

    /// A plan with all strategies that joined its run.
    static ExecutionPlan complete(ExecutionPlan head, List<JournalEvent> journal) {
        Set<AttemptId> started = journal.stream()
                .filter(JournalEvent.Started.class::isInstance)
                .map(JournalEvent::id)
                .collect(Collectors.toSet());
        ExecutionPlan plan = head;
        for (JournalEvent event : journal) {
            if (event instanceof JournalEvent.Joined joined) {
                plan = plan.with(started.contains(joined.id()) ? withoutWorker(joined.planned()) : joined.planned());
            }
        }
        return plan;
    }

    private static PlannedStrategy withoutWorker(PlannedStrategy planned) {
        return planned.spawn()
                .map(asked -> planned.spawned(asked.withoutWorker()))
                .orElse(planned);
    }

    /// The attempts at each strategy as it is written, of whose end the journal says something.
    static Map<StrategyId, List<Attempt>> attempts(List<JournalEvent> journal) {
        Map<StrategyId, List<Attempt>> attempts = new HashMap<>();
        for (JournalEvent event : journal) {
            if (event instanceof JournalEvent.Ended ended
                    && !ended.isVariation()
                    && !(ended.attempt().outcome() instanceof AttemptOutcome.Cancelled)) {
                attempts.computeIfAbsent(ended.id().strategy(), _ -> new ArrayList<>())
                        .add(ended.attempt());
            }
        }
        return attempts;
    }
}
