package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.run.InProcessWorkers;
import io.github.parallelvalidation.run.RunInputs;
import io.github.parallelvalidation.run.Workers;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptListener;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.AttemptRunner;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.supervise.WorkerTask;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Workers without processes; those of some strategies are at work until they are let go or stopped.
final class HeldWorkers implements Workers {
    private final InProcessWorkers workers;
    private final Map<StrategyId, CountDownLatch> held = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    /// @param scripts as [InProcessWorkers] reads them
    HeldWorkers(Map<StrategyId, List<String>> scripts) {
        workers = new InProcessWorkers(scripts);
    }

    /// Its workers do not end before they are let go.
    void hold(String strategy) {
        held.put(new StrategyId(strategy), new CountDownLatch(1));
    }

    void letGo(String strategy) {
        Objects.requireNonNull(held.get(new StrategyId(strategy))).countDown();
    }

    int running() {
        return running.get();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public AttemptRunner attempts(RunInputs inputs) {
        AttemptRunner runner = workers.attempts(inputs);
        return (task, listener, stop) -> {
            mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                return attempt(runner, task, listener, stop);
            } finally {
                running.decrementAndGet();
            }
        };
    }

    private Attempt attempt(AttemptRunner runner, WorkerTask task, AttemptListener listener, StopSignal stop) {
        CountDownLatch latch = held.get(task.id().strategy());
        listener.progress(0.5, "half way");
        while (latch != null && latch.getCount() > 0 && !stop.isRaised()) {
            LockSupport.parkNanos(2_000_000);
        }
        return stop.isRaised()
                ? new Attempt(task.id(), new AttemptOutcome.Cancelled(), 0.1, 0)
                : runner.run(task, listener, stop);
    }

    @Override
    public List<String> arguments(RunInputs inputs, WorkerTask task) {
        return workers.arguments(inputs, task);
    }

    @Override
    public MachineMemory machine() {
        return workers.machine();
    }
}
