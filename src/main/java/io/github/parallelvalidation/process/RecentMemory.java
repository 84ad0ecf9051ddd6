package io.github.parallelvalidation.process;

import org.jspecify.annotations.Nullable;

/// The machine's free memory as it was a moment ago. Where strategies take milliseconds a look before each is felt; who
/// starts workers reckons with what those that were started since may take.
final class RecentMemory implements MachineMemory {
    private static final long MOMENT_NANOS = 100_000_000;

    private final MachineMemory machine;
    private volatile @Nullable Look last;

    /// @param at reading of [System#nanoTime]
    private record Look(long megabytes, long at) {}

    RecentMemory(MachineMemory machine) {
        this.machine = machine;
    }

    @Override
    public long availableMb() {
        long now = System.nanoTime();
        Look known = last;
        if (known == null || now - known.at() >= MOMENT_NANOS) {
            known = new Look(machine.availableMb(), now);
            last = known;
        }
        return known.megabytes();
    }
}
