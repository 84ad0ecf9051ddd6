package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.Tier;

/// The table of legal status changes.
public final class StatusChanges {
    private StatusChanges() {}

    /// Whether an entry may be marked as being at work.
    ///
    /// @param isAsPlanned whether it says what it said when it was planned: a strategy that the researcher named is
    ///     validated whatever its known status
    /// @param mark of the tier that it is validated at
    static boolean mayBegin(Status current, boolean isAsPlanned, Status mark) {
        return current != Status.FOREIGN
                && (isAsPlanned
                        || mark.tier().filter(tier -> underway(current, tier)).isPresent());
    }

    /// Whether a verdict may be written.
    ///
    /// @param isRelaxed whether it turns a failure, and nothing else, into a pass by a relaxed gate
    public static boolean mayFinish(Status current, Status next, boolean isRelaxed) {
        return switch (next) {
            case L0_PASSED -> isRelaxed ? isFailure(current, Tier.L0) : underway(current, Tier.L0);
            case L1_PASSED -> isRelaxed ? isFailure(current, Tier.L1) : underway(current, Tier.L1);
            case L0_FAILED, L0_TIMEOUT -> underway(current, Tier.L0);
            case L1_FAILED, L1_TIMEOUT -> underway(current, Tier.L1);
            case FIXABLE_FAILURE, FAILED_TIMEOUT, ERROR -> underway(current, Tier.L0) || underway(current, Tier.L1);
            case PENDING, L0_PENDING, L1_PENDING, L0_VALIDATING, L1_VALIDATING, FOREIGN -> false;
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

    /// A fixable failure does not tell its tier.
    private static boolean isFailure(Status current, Tier tier) {
        return current == Status.failed(tier) || current == Status.FIXABLE_FAILURE;
    }
}
