package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.RunSnapshot.Phase;
import io.github.parallelvalidation.settings.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// Holds the latest state of a run. Supervisors write, anybody reads; a slow reader holds nobody up.
public final class RunBoard {
    private final AtomicReference<RunSnapshot> latest;

    public RunBoard(Tier tier, Instant now) {
        List<Slot> idle = Collections.nCopies(Settings.MOST_WORKERS, new Slot.Idle());
        latest = new AtomicReference<>(new RunSnapshot(Phase.PLANNING, tier, "", now, 0, idle, List.of()));
    }

    public RunSnapshot snapshot() {
        return Objects.requireNonNull(latest.get());
    }

    void begin(ExecutionPlan plan) {
        latest.updateAndGet(old -> new RunSnapshot(
                Phase.RUNNING,
                plan.tier(),
                plan.runId(),
                plan.startedAt(),
                plan.strategies().size(),
                old.slots(),
                old.finished()));
    }

    void phase(Phase phase) {
        latest.updateAndGet(old -> old.in(phase));
    }

    /// Shown only while there is something to cancel.
    void cancelling() {
        latest.updateAndGet(
                old -> old.phase() == Phase.FINISHED || old.phase() == Phase.MERGING ? old : old.in(Phase.CANCELLING));
    }

    void show(int slot, Slot view) {
        update(slot, ignored -> view);
    }

    void update(int slot, UnaryOperator<Slot> change) {
        latest.updateAndGet(old -> {
            List<Slot> slots = new ArrayList<>(old.slots());
            slots.set(slot, change.apply(slots.get(slot)));
            return old.showing(slots, old.finished());
        });
    }

    /// A result taken over from before an interruption; it was not made in a slot.
    void add(StrategyResult result) {
        latest.updateAndGet(old -> old.showing(old.slots(), plus(old.finished(), result)));
    }

    void done(int slot, StrategyResult result) {
        latest.updateAndGet(old -> {
            List<Slot> slots = new ArrayList<>(old.slots());
            slots.set(slot, new Slot.Done(result));
            return old.showing(slots, plus(old.finished(), result));
        });
    }

    private static List<StrategyResult> plus(List<StrategyResult> results, StrategyResult result) {
        List<StrategyResult> more = new ArrayList<>(results);
        more.add(result);
        return more;
    }
}
