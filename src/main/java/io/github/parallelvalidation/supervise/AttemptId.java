package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.workspace.StrategyId;

/// Identifies an attempt: strategy, worker and number. No two attempts share it.
///
/// @param workerId `WORKER-` and a UUID
/// @param number from 1
public record AttemptId(StrategyId strategy, String workerId, int number) {
    public AttemptId {
        if (number < 1) {
            throw new IllegalArgumentException("attempts are counted from 1, found " + number);
        }
    }
}
