package io.github.parallelvalidation.supervise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a worker's process after its end, for diagnosis.
///
/// @param exit how it ended, or null where it never began or its end is not known
/// @param peakMemoryMb largest resident memory of the process tree that was sampled, 0 where none was
/// @param cpuSeconds processor time of the process tree that was sampled, 0 where none was
/// @param waitSeconds how long its threads were ready to run without a processor, 0 where that is not known
/// @param judgedBefore strategies that its process had judged before; 0 for a process of its own
/// @param lastLines what it printed last
/// @param command a line for a POSIX shell that runs the same again; empty where it completed
public record Evidence(
        @Nullable WorkerExit exit,
        long peakMemoryMb,
        double cpuSeconds,
        double waitSeconds,
        int judgedBefore,
        List<String> lastLines,
        String command) {
    /// Nothing was started.
    public static final Evidence NONE = new Evidence(null, 0, 0, List.of(), "");

    public Evidence {
        lastLines = List.copyOf(lastLines);
    }

    /// Of a process of its own that waited for no processor.
    public Evidence(
            @Nullable WorkerExit exit, long peakMemoryMb, double cpuSeconds, List<String> lastLines, String command) {
        this(exit, peakMemoryMb, cpuSeconds, 0, 0, lastLines, command);
    }

    /// With what helps to find out why there is no measurement.
    Evidence with(String line) {
        return new Evidence(exit, peakMemoryMb, cpuSeconds, waitSeconds, judgedBefore, lastLines, line);
    }

    static Evidence notStarted(String command) {
        return new Evidence(null, 0, 0, List.of(), command);
    }
}
