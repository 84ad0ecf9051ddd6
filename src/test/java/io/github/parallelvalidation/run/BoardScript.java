package io.github.parallelvalidation.run;

import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.result.StrategyResult;

/// Writes to a board as a run would, for tests of those who read it.
public record BoardScript(RunBoard board) {

    public void begin(ExecutionPlan plan) {
        board.begin(plan, RunPart.whole(plan.startedAt()));
    }

    public void phase(RunSnapshot.Phase phase) {
        board.phase(phase);
    }

    public void busy(int slot, Slot.Busy busy) {
        board.show(slot, busy);
    }

    public void show(int slot, Slot view) {
        board.show(slot, view);
    }

    public void done(int slot, StrategyResult result) {
        board.done(slot, result);
    }
}
