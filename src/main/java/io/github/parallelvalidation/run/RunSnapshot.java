package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An immutable copy of a run's latest state, for display.
///
/// @param planned strategies of the run
/// @param workers at once, as planned; 0 before that is known
/// @param slots always four
/// @param finished results so far, in the order of their arrival
public record RunSnapshot(
        Phase phase,
        Tier tier,
        String runId,
        Instant startedAt,
        int planned,
        int workers,
        List<Slot> slots,
        FinishedResults finished) {

    /// The phases of a run.
    public enum Phase {
        PLANNING,
        RUNNING,
        CANCELLING,
        MERGING,
        FINISHED
    }

    private static final int ENOUGH_FOR_PACE = 10;

    public RunSnapshot {
        slots = List.copyOf(slots);
    }

    RunSnapshot in(Phase newPhase) {
        return with(newPhase, slots, finished);
    }

    RunSnapshot showing(List<Slot> newSlots, FinishedResults newFinished) {
        return with(phase, newSlots, newFinished);
    }

    /// The only place that copies.
    private RunSnapshot with(Phase newPhase, List<Slot> newSlots, FinishedResults newFinished) {
        return new RunSnapshot(newPhase, tier, runId, startedAt, planned, workers, newSlots, newFinished);
    }

    /// The same run with the verdicts that a decision has left or changed.
    public RunSnapshot decided(List<StrategyResult> verdicts) {
        Map<StrategyId, StrategyResult> byId = verdicts.stream()
                .collect(Collectors.toMap(StrategyResult::id, Function.identity(), (first, _) -> first));
        List<Slot> now = slots.stream()
                .<Slot>map(slot -> slot instanceof Slot.Done done
                        ? new Slot.Done(byId.getOrDefault(done.result().id(), done.result()))
                        : slot)
                .toList();
        return with(phase, now, FinishedResults.of(verdicts));
    }

    public RunSummary summary() {
        return finished.summary();
    }

    /// Empty while too few strategies have come to a result to tell, and when none is left.
    ///
    /// @param seconds since the run began
    public Optional<Pace> pace(double seconds) {
        int left = planned - finished.size();
        if (finished.size() < ENOUGH_FOR_PACE || left <= 0 || seconds <= 0) {
            return Optional.empty();
        }
        double perSecond = finished.size() / seconds;
        return Optional.of(new Pace(perSecond, left / perSecond));
    }

    /// What has been done so far would have taken so long one after another.
    ///
    /// @param seconds since the run began
    public RunTiming timing(double seconds) {
        return new RunTiming(seconds, finished.sequentialSeconds());
    }
}
