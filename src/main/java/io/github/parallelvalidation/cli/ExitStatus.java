package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.tools.ToolAnswer;
import java.util.Comparator;
import java.util.List;

/// The exit statuses of the program.
final class ExitStatus {
    static final int ALL_PASSED = 0;
    static final int SOME_FAILED = 1;
    static final int USAGE_OR_FILE = 2;
    static final int ERROR_OR_TIMEOUT = 3;
    static final int DECISION_PENDING = 4;
    static final int LOCKED = 5;
    /// The workspace names programs that its user has not accepted; nothing was started.
    static final int NOT_ACCEPTED = 6;
    /// As `sysexits.h` has it for an internal error.
    static final int OUR_MISTAKE = 70;
    /// As `sysexits.h` has it for an output that cannot be written.
    static final int OUTPUT_LOST = 74;
    static final int INTERRUPTED = 130;

    private static final List<Integer> BY_WEIGHT =
            List.of(ALL_PASSED, SOME_FAILED, ERROR_OR_TIMEOUT, DECISION_PENDING, INTERRUPTED);

    private ExitStatus() {}

    /// Of runs that followed each other.
    static int of(List<RunOutcome> outcomes) {
        return outcomes.stream()
                .map(ExitStatus::of)
                .max(Comparator.comparingInt(BY_WEIGHT::indexOf))
                .orElse(ALL_PASSED);
    }

    /// Of one call of a tool.
    static int of(ToolAnswer answer) {
        return answer.refusal()
                .map(kind -> switch (kind) {
                    case USAGE, REFUSED, FILE -> USAGE_OR_FILE;
                    case NOT_ACCEPTED -> NOT_ACCEPTED;
                    case LOCKED -> LOCKED;
                    case CANCELLED -> INTERRUPTED;
                    case SHORTAGE, STOPPED, INTERNAL -> OUR_MISTAKE;
                })
                .orElse(ALL_PASSED);
    }

    /// The larger reason wins: a pending decision over errors and time-outs over failed gates.
    static int of(RunOutcome outcome) {
        RunSummary summary = outcome.summary();
        if (outcome.cancelled()) {
            return INTERRUPTED;
        }
        if (outcome.awaitsDecision()) {
            return DECISION_PENDING;
        }
        if (summary.timeout() + summary.error() > 0) {
            return ERROR_OR_TIMEOUT;
        }
        return summary.failed() > 0 ? SOME_FAILED : ALL_PASSED;
    }
}
