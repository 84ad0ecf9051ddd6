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
/// @param part what of the run this program is at
/// @param planned strategies of the run
/// @param workers at once, as planned; 0 before that is known
/// @param slots always four
/// @param finished results so far, in the order of their arrival
public record RunSnapshot(
        Phase phase,
        Tier tier,
        String runId,
        RunPart part,
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
        return with(newPhase, part, slots, finished);
    }

    RunSnapshot showing(List<Slot> newSlots, FinishedResults newFinished) {
        return with(phase, part, newSlots, newFinished);
    }

    /// With a result from before this part.
    RunSnapshot takingOver(FinishedResults newFinished) {
        return with(phase, part.takingOverOneMore(), slots, newFinished);
    }

    /// The only place that copies.
    private RunSnapshot with(Phase newPhase, RunPart newPart, List<Slot> newSlots, FinishedResults newFinished) {
        return new RunSnapshot(newPhase, tier, runId, newPart, planned, workers, newSlots, newFinished);
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
        return with(phase, part, now, FinishedResults.of(verdicts));
    }

    public RunSummary summary() {
        return finished.summary();
    }

    /// How long the run has been on, without the time in which nobody was at it.
    public double secondsSoFar(Instant now) {
        return part.secondsBefore() + part.seconds(now);
    }

    /// That of this part. Empty while too few strategies have come to a result in it to tell, and when none is left.
    public Optional<Pace> pace(Instant now) {
        int left = planned - finished.size();
        int done = finished.size() - part.takenOver();
        double seconds = part.seconds(now);
        if (done < ENOUGH_FOR_PACE || left <= 0 || seconds <= 0) {
            return Optional.empty();
        }
        double perSecond = done / seconds;
        return Optional.of(new Pace(perSecond, left / perSecond));
    }

    /// What has been done so far would have taken so long one after another.
    public RunTiming timing(Instant now) {
        return new RunTiming(secondsSoFar(now), finished.sequentialSeconds());
    }
}
