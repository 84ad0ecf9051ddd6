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
import java.util.function.UnaryOperator;

/// Holds the latest state of a run. Supervisors write, one after another; anybody reads, and a slow reader holds nobody
/// up.
public final class RunBoard {
    private final ResultLog results = new ResultLog();
    private volatile RunSnapshot latest;

    public RunBoard(Tier tier, Instant now) {
        List<Slot> idle = Collections.nCopies(Settings.MOST_WORKERS, new Slot.Idle());
        latest = new RunSnapshot(Phase.PLANNING, tier, "", RunPart.whole(now), 0, 0, idle, results.look());
    }

    public RunSnapshot snapshot() {
        return latest;
    }

    synchronized void begin(ExecutionPlan plan, RunPart part) {
        latest = new RunSnapshot(
                // It may have been cancelled while it was planned.
                latest.phase() == Phase.CANCELLING ? Phase.CANCELLING : Phase.RUNNING,
                plan.tier(),
                plan.runId(),
                part,
                plan.strategies().size(),
                plan.workers(),
                latest.slots(),
                latest.finished());
    }

    synchronized void phase(Phase phase) {
        latest = latest.in(phase);
    }

    /// Shown only while there is something to cancel.
    synchronized void cancelling() {
        if (latest.phase() != Phase.FINISHED && latest.phase() != Phase.MERGING) {
            latest = latest.in(Phase.CANCELLING);
        }
    }

    void show(int slot, Slot view) {
        update(slot, ignored -> view);
    }

    synchronized void update(int slot, UnaryOperator<Slot> change) {
        latest = latest.showing(replaced(slot, change.apply(latest.slots().get(slot))), latest.finished());
    }

    /// A result taken over from before an interruption; it was not made in a slot.
    synchronized void add(StrategyResult result) {
        results.add(result);
        latest = latest.takingOver(results.look());
    }

    synchronized void done(int slot, StrategyResult result) {
        results.add(result);
        latest = latest.showing(replaced(slot, new Slot.Done(result)), results.look());
    }

    private List<Slot> replaced(int slot, Slot view) {
        List<Slot> slots = new ArrayList<>(latest.slots());
        slots.set(slot, view);
        return slots;
    }
}
