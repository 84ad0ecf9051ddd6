package io.github.parallelvalidation.escalation;

/// Why a run asks for a decision.
public enum EscalationReason {
    /// The share of strategies that did not pass is above the threshold.
    FAILURE_RATE,
    /// Not one passed.
    ALL_FAILED,
    /// Three or more ended in a time-out, their retries too.
    TIMEOUTS,
    /// A worker vanished again and again until recovery was given up.
    RECOVERY_EXHAUSTED
}
