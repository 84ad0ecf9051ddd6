package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.queue.Queue;

/// Words how many strategies of a queue await each tier.
public final class AwaitingText {
    private AwaitingText() {}

    /// "1 awaits L0, 2 await L1"
    public static String of(Queue queue) {
        return of(queue, Tier.L0) + ", " + of(queue, Tier.L1);
    }

    private static String of(Queue queue, Tier tier) {
        return Counted.of(queue.awaiting(tier).size(), "awaits", "await") + " " + tier;
    }
}
