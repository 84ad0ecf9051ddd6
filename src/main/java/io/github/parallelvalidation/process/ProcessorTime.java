package io.github.parallelvalidation.process;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Adds up the processor time of processes that come and go. What one used counts on after its end.
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
