package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.Optional;

/// How far a worker has come, as the files of its run tell.
///
/// @param planned its strategy
/// @param attempt the number of the attempt that runs, or of the last one; 0 before the first
/// @param elapsedSeconds what its attempts have taken so far
/// @param result the verdict, once its last attempt is over
/// @param isFinal whether nothing of the verdict can change any more by what the rest of the run finds
public record WorkerLook(
        String workerId,
        String runId,
        Tier tier,
        PlannedStrategy planned,
        State state,
        int attempt,
        double elapsedSeconds,
        Optional<StrategyResult> result,
        boolean isFinal) {

    /// Where a worker stands.
    public enum State {
        /// For one of the four places, or for memory.
        WAITING,
        RUNNING,
        ENDED,
        /// Its run ended before it had a result.
        STOPPED,
        /// Its run was cut off and waits to be resumed.
        INTERRUPTED
    }

    /// Whether its result is still to come.
    public boolean isUnderway() {
        return state == State.WAITING || state == State.RUNNING || state == State.INTERRUPTED;
    }
}
