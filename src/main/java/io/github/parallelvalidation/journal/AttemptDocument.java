package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Evidence;
import io.github.parallelvalidation.supervise.FailureClasses;
import io.github.parallelvalidation.supervise.WorkerExit;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Converts an attempt to and from the journal line that records its end.
final class AttemptDocument {
    private static final String SECONDS = "seconds";
    private static final String PEAK_MEMORY = "peak_memory_mb";
    private static final String CPU_SECONDS = "cpu_seconds";
    private static final String WAIT_SECONDS = "wait_seconds";
    private static final String JUDGED_BEFORE = "judged_before";
    private static final String EXIT_STATUS = "exit_status";
    private static final String LAST_LINES = "last_lines";
    private static final String COMMAND = "command";

    private AttemptDocument() {}

    /// @param detailed with what was printed last and the command, where the attempt did not complete
    static Map<String, Object> of(Attempt attempt, boolean detailed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(SECONDS, attempt.seconds());
        map.put(PEAK_MEMORY, attempt.peakMemoryMb());
        map.put(CPU_SECONDS, attempt.evidence().cpuSeconds());
        map.put(WAIT_SECONDS, attempt.evidence().waitSeconds());
        map.put(JUDGED_BEFORE, attempt.evidence().judgedBefore());
        WorkerExit exit = attempt.evidence().exit();
        if (exit != null) {
            map.put(EXIT_STATUS, exit.status());
            exit.signal().ifPresent(signal -> map.put("signal", signal));
        }
        map.putAll(EndDocument.of(attempt.outcome()));
        FailureClasses.of(List.of(attempt), 0).ifPresent(kind -> map.put("class", kind.code()));
        if (detailed && !(attempt.outcome() instanceof AttemptOutcome.Completed)) {
            map.put(LAST_LINES, attempt.evidence().lastLines());
            map.put(COMMAND, attempt.evidence().command());
        }
        return map;
    }

    static Attempt read(AttemptId id, YamlMapping map) {
        return new Attempt(id, EndDocument.read(map), map.number(SECONDS), evidence(map));
    }

    /// What was known of its process; journals of older versions say less.
    private static Evidence evidence(YamlMapping map) {
        return new Evidence(
                exit(map),
                map.count(PEAK_MEMORY),
                map.number(CPU_SECONDS),
                map.number(WAIT_SECONDS),
                Math.toIntExact(map.count(JUDGED_BEFORE)),
                map.list(LAST_LINES, line -> line.asScalar("a line").value()),
                map.findText(COMMAND).orElse(""));
    }

    private static @Nullable WorkerExit exit(YamlMapping map) {
        OptionalInt status = map.findInt(EXIT_STATUS, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return status.isPresent() ? new WorkerExit(status.getAsInt()) : null;
    }
}
