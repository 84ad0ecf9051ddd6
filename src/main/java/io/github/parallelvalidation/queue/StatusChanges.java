package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.Tier;

/// The table of legal status changes.
public final class StatusChanges {
    private StatusChanges() {}

    /// Whether we may write `next` over `current`.
    public static boolean legal(Status current, Status next) {
        if (current == Status.FOREIGN) {
            return false;
        }
        return switch (next) {
            // A strategy named by the researcher is validated whatever its known status.
            case L0_VALIDATING, L1_VALIDATING -> true;
            case L0_PASSED -> underway(current, Tier.L0) || current == Status.L0_FAILED || relaxable(current);
            case L1_PASSED -> underway(current, Tier.L1) || current == Status.L1_FAILED || relaxable(current);
            case L0_FAILED, L0_TIMEOUT -> underway(current, Tier.L0);
            case L1_FAILED, L1_TIMEOUT -> underway(current, Tier.L1);
            case FIXABLE_FAILURE, FAILED_TIMEOUT, ERROR -> underway(current, Tier.L0) || underway(current, Tier.L1);
            case PENDING, L0_PENDING, L1_PENDING, FOREIGN -> false;
        };
    }

    /// Whether an entry whose strategy was changed awaits L0 again: it has passed or failed something, and no run is at
    /// it.
    static boolean mayWaitAgain(Status current) {
        return current.awaits(Tier.L1) || (!current.isUnderway() && (current.isPassed() || current.isUnsuccessful()));
    }

    /// Being validated, or put back to waiting by somebody who rewrote the file meanwhile.
    private static boolean underway(Status current, Tier tier) {
        return current == Status.validating(tier) || current.awaits(tier) || current == Status.timeout(tier);
    }

    /// A fixable failure does not tell its tier; a relaxed gate may turn it into a pass of either.
    private static boolean relaxable(Status current) {
        return current == Status.FIXABLE_FAILURE;
    }
}
