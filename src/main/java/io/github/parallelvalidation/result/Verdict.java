package io.github.parallelvalidation.result;

/// How a strategy's validation ended.
public enum Verdict {
    /// All gates hold.
    PASS,
    /// A gate does not hold, or the strategy or its data cannot be judged.
    FAIL,
    /// No result within the time limit, also on the retry.
    TIMEOUT,
    /// The worker vanished and recovery was in vain.
    ERROR
}
