package io.github.parallelvalidation.process;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Sums the processor time of processes that start and end; ended ones stay included.
public final class ProcessorTime {
    private final Map<ProcessHandle, Duration> used = new HashMap<>();

    public void add(Collection<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            process.info().totalCpuDuration().ifPresent(time -> used.put(process, time));
        }
    }

    public double seconds() {
        return used.values().stream().reduce(Duration.ZERO, Duration::plus).toMillis() / 1000.0;
    }
}
