package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.worker.LookaheadCheck;
import java.util.List;
import java.util.Optional;

/// Classifies failed attempts. A later attempt may change the class of an earlier one.
public final class FailureClasses {
    private FailureClasses() {}

    /// @param attempts all attempts at one strategy
    /// @param index of the attempt in question
    /// @return empty where it completed or was cancelled
    public static Optional<FailureClass> of(List<Attempt> attempts, int index) {
        Attempt attempt = attempts.get(index);
        return switch (attempt.outcome()) {
            case AttemptOutcome.Completed _ -> Optional.empty();
            case AttemptOutcome.Cancelled _ -> Optional.empty();
            case AttemptOutcome.TimedOut _ -> Optional.of(FailureClass.TIMEOUT);
            case AttemptOutcome.MemoryExceeded _ -> Optional.of(FailureClass.MEMORY);
            case AttemptOutcome.Crashed crash -> Optional.of(of(crash, attempt));
            case AttemptOutcome.Reported reported -> Optional.of(of(reported, attempts, index));
        };
    }

    private static FailureClass of(AttemptOutcome.Crashed crash, Attempt attempt) {
        if (crash.malformed()) {
            return FailureClass.MALFORMED_RESULT;
        }
        WorkerExit exit = attempt.evidence().exit();
        return exit != null && exit.signal().isPresent() ? FailureClass.KILLED_BY_SIGNAL : FailureClass.NO_RESULT;
    }

    private static FailureClass of(AttemptOutcome.Reported reported, List<Attempt> attempts, int index) {
        FailureReason reason = FailureReason.parse(reported.category()).orElse(FailureReason.STRATEGY_ERROR);
        return switch (reason) {
            case DATA_UNAVAILABLE, DATA_INVALID -> FailureClass.BAD_DATA;
            case STRATEGY_INVALID, LOOKAHEAD_BIAS -> FailureClass.BAD_STRATEGY;
            case MEMORY_LIMIT -> FailureClass.MEMORY;
            case TIMEOUT -> FailureClass.TIMEOUT;
            case WORKER_CRASH -> FailureClass.NO_RESULT;
            default ->
                saysSomethingElse(reported, attempts, index) ? FailureClass.NON_DETERMINISTIC : FailureClass.EXCEPTION;
        };
    }

    private static boolean saysSomethingElse(AttemptOutcome.Reported reported, List<Attempt> attempts, int index) {
        return reported.message().contains(LookaheadCheck.SAYS_SOMETHING_ELSE)
                || attempts.subList(index + 1, attempts.size()).stream()
                        .anyMatch(
                                later -> later.gaveResult() && !later.outcome().equals(reported));
    }
}
