package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.run.RunBoard;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Optional;

/// How far a running worker is.
///
/// @param fraction 0 to 1
/// @param stage in the worker's words
record WorkerProgress(double fraction, String stage) {

    /// What the board of a run shows of a strategy; empty where it is in no slot.
    static Optional<WorkerProgress> of(RunBoard board, StrategyId strategy) {
        return board.snapshot().slots().stream()
                .flatMap(slot -> of(slot, strategy).stream())
                .findFirst();
    }

    private static Optional<WorkerProgress> of(Slot slot, StrategyId strategy) {
        return switch (slot) {
            case Slot.Busy busy
            when busy.id().equals(strategy) ->
                Optional.of(new WorkerProgress(
                        busy.progress().fraction(), busy.progress().stage()));
            case Slot.Waiting waiting
            when waiting.id().equals(strategy) -> Optional.of(new WorkerProgress(0, waiting.why()));
            case Slot.Busy _, Slot.Waiting _, Slot.Idle _, Slot.Done _ -> Optional.empty();
        };
    }
}
