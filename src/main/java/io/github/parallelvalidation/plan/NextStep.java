package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import java.util.List;
import java.util.Optional;

/// Where the work goes on beside the tier that is looked at: what has passed L0 goes on to L1, and who looks at a tier
/// in which nothing waits is told what waits in the other.
///
/// @param tier the one in which work waits
/// @param waiting how many strategies await it
/// @param passed how many of them do so because they passed the tier before
/// @param nothingHere whether nothing awaits the tier that is looked at
public record NextStep(Tier tier, int waiting, int passed, boolean nothingHere) {

    /// @param at the tier that is looked at
    public static Optional<NextStep> from(Tier at, Queue queue) {
        boolean nothingHere = queue.awaiting(at).isEmpty();
        Tier other = at == Tier.L0 ? Tier.L1 : Tier.L0;
        List<QueueEntry> there = queue.awaiting(other);
        if (there.isEmpty() || (other == Tier.L0 && !nothingHere)) {
            return Optional.empty();
        }
        int passed = (int) there.stream()
                .filter(entry -> entry.status() == Status.L0_PASSED)
                .count();
        return Optional.of(new NextStep(other, there.size(), passed, nothingHere));
    }
}
