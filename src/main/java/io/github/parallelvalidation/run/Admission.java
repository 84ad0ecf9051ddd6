package io.github.parallelvalidation.run;

import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.supervise.StopSignal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Admission control by memory: a worker starts when the machine's free memory suffices for it and for the growth of
/// those that run, up to their limit. While none runs the next one starts in any case, since no memory would be
/// released by waiting.
final class Admission {
    /// Other programs give memory back without telling us.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final MachineMemory machine;
    private final long perWorkerMb;
    private final int slots;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    /// By slot: what the worker there holds now.
    private final Map<Integer, Long> running = new HashMap<>();

    Admission(MachineMemory machine, long perWorkerMb, int slots) {
        this.machine = machine;
        this.perWorkerMb = perWorkerMb;
        this.slots = slots;
    }

    /// Returns when a worker may start in this slot, or when the run is stopped.
    ///
    /// @param onWait told once, when it has to wait, why
    /// @param onPoor told when it starts although the memory does not suffice
    void enter(int slot, StopSignal stop, Consumer<String> onWait, Consumer<String> onPoor)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            boolean told = false;
            long free = machine.availableMb();
            while (free < needed() && !running.isEmpty() && !stop.isRaised()) {
                if (!told) {
                    onWait.accept(why(free));
                    told = true;
                }
                change.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                free = machine.availableMb();
            }
            if (free < perWorkerMb && running.isEmpty()) {
                onPoor.accept("%d MB free, a worker may take %d MB: one was started all the same, alone"
                        .formatted(free, perWorkerMb));
            }
            running.put(slot, 0L);
        } finally {
            lock.unlock();
        }
    }

    void uses(int slot, long megabytes) {
        lock.lock();
        try {
            running.computeIfPresent(slot, (key, before) -> megabytes);
        } finally {
            lock.unlock();
        }
    }

    void leave(int slot) {
        lock.lock();
        try {
            running.remove(slot);
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long needed() {
        return perWorkerMb + stillToCome();
    }

    private long stillToCome() {
        return running.values().stream()
                .mapToLong(used -> Math.max(0, perWorkerMb - used))
                .sum();
    }

    private String why(long free) {
        long growth = stillToCome();
        return "%d of %d slots used: %d MB free, a worker may take %d MB%s"
                .formatted(
                        running.size(),
                        slots,
                        free,
                        perWorkerMb,
                        growth == 0 ? "" : ", those that run may still take " + growth + " MB");
    }
}
