package io.github.parallelvalidation.tools;

import java.util.Arrays;
import java.util.Optional;

/// The tools, in the order in which they are shown.
enum ToolName {
    SPAWN("spawn_parallel_worker"),
    POLL("poll_worker_result"),
    MERGE("merge_validation_results"),
    UPDATE("update_queue_status"),
    VALIDATE("validate"),
    STATUS("status"),
    DECIDE("decide"),
    HISTORY("history"),
    CHECK("check");

    private final String code;

    ToolName(String code) {
        this.code = code;
    }

    /// As callers name it, and as the file of its description is called.
    String code() {
        return code;
    }

    static Optional<ToolName> parse(String code) {
        return Arrays.stream(values()).filter(name -> name.code.equals(code)).findFirst();
    }

    /// Whether whoever holds the open run carries it out.
    boolean isOfTheOpenRun() {
        return switch (this) {
            case SPAWN, MERGE, UPDATE -> true;
            case POLL, VALIDATE, STATUS, DECIDE, HISTORY, CHECK -> false;
        };
    }
}
