package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Evidence;
import io.github.parallelvalidation.supervise.FailureClasses;
import io.github.parallelvalidation.supervise.WorkerExit;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an attempt ended, as a line of the journal.
final class AttemptDocument {
    static final String COMPLETED = "completed";
    static final String REPORTED = "reported";
    static final String CRASHED = "crashed";
    static final String TIMED_OUT = "timed_out";
    static final String MEMORY_EXCEEDED = "memory_exceeded";
    static final String CANCELLED = "cancelled";

    private AttemptDocument() {}

    /// @param detailed with what was printed last and the command, where the attempt did not complete
    static Map<String, Object> of(Attempt attempt, boolean detailed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seconds", attempt.seconds());
        map.put("peak_memory_mb", attempt.peakMemoryMb());
        map.put("cpu_seconds", attempt.evidence().cpuSeconds());
        WorkerExit exit = attempt.evidence().exit();
        if (exit != null) {
            map.put("exit_status", exit.status());
            exit.signal().ifPresent(signal -> map.put("signal", signal));
        }
        putOutcome(map, attempt);
        FailureClasses.of(List.of(attempt), 0).ifPresent(kind -> map.put("class", kind.code()));
        if (detailed && !(attempt.outcome() instanceof AttemptOutcome.Completed)) {
            map.put("last_lines", attempt.evidence().lastLines());
            map.put("command", attempt.evidence().command());
        }
        return map;
    }

    private static void putOutcome(Map<String, Object> map, Attempt attempt) {
        switch (attempt.outcome()) {
            case AttemptOutcome.Completed done -> map.put("outcome", COMPLETED);
            case AttemptOutcome.Cancelled cancelled -> map.put("outcome", CANCELLED);
            case AttemptOutcome.Reported reported -> {
                map.put("outcome", REPORTED);
                map.put("category", reported.category());
                map.put("message", reported.message());
            }
            case AttemptOutcome.Crashed crash -> {
                map.put("outcome", CRASHED);
                map.put("message", crash.message());
                if (crash.malformed()) {
                    map.put("malformed", true);
                }
            }
            case AttemptOutcome.TimedOut timeout -> {
                map.put("outcome", TIMED_OUT);
                map.put("limit_seconds", timeout.limitSeconds());
            }
            case AttemptOutcome.MemoryExceeded memory -> {
                map.put("outcome", MEMORY_EXCEEDED);
                map.put("used_mb", memory.usedMb());
                map.put("limit_mb", memory.limitMb());
            }
        }
    }

    /// How it ended as far as its line says, without the metrics; empty where it never came to an end of its own.
    static Optional<AttemptOutcome> outcome(YamlMapping step) {
        String message = Fields.find(step, "message").orElse("");
        return switch (Fields.text(step, "outcome")) {
            case COMPLETED -> Optional.of(new AttemptOutcome.Completed(Metrics.NONE, null));
            case REPORTED -> Optional.of(new AttemptOutcome.Reported(Fields.text(step, "category"), message));
            case CRASHED ->
                Optional.of(new AttemptOutcome.Crashed(
                        message, step.find("malformed").isPresent()));
            case TIMED_OUT -> Optional.of(new AttemptOutcome.TimedOut(Fields.number(step, "limit_seconds")));
            case MEMORY_EXCEEDED ->
                Optional.of(new AttemptOutcome.MemoryExceeded(
                        (long) Fields.number(step, "used_mb"), (long) Fields.number(step, "limit_mb")));
            default -> Optional.empty();
        };
    }

    /// What was known of its process; journals of older versions say less.
    static Evidence evidence(YamlMapping step) {
        return new Evidence(
                step.find("exit_status").isPresent() ? new WorkerExit((int) Fields.number(step, "exit_status")) : null,
                (long) Fields.number(step, "peak_memory_mb"),
                Fields.number(step, "cpu_seconds"),
                step.find("last_lines")
                        .map(node -> node.asSequence("last_lines").items().stream()
                                .map(line -> line.asScalar("a line").value())
                                .toList())
                        .orElse(List.of()),
                Fields.find(step, "command").orElse(""));
    }
}
