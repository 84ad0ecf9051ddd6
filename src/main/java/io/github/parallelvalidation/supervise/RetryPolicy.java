package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.FailureReason;
import java.util.List;
import java.util.Optional;

/// Decides which outcomes earn another attempt. Retries are for infrastructure failures: what a strategy or its data
/// did wrong, it would do wrong again.
public final class RetryPolicy {
    /// The maximum number of attempts when a worker vanishes.
    public static final int CRASH_ATTEMPTS = 4;

    /// The maximum number of attempts after a time-out or too much memory.
    public static final int LIMIT_ATTEMPTS = 2;

    private RetryPolicy() {}

    /// Why another attempt is due after these, or empty when the last one is final.
    public static Optional<String> retryAfter(List<Attempt> attempts) {
        AttemptOutcome last = attempts.getLast().outcome();
        return switch (last) {
            case AttemptOutcome.Completed done -> Optional.empty();
            case AttemptOutcome.Cancelled cancelled -> Optional.empty();
            case AttemptOutcome.Crashed crash ->
                again(attempts, AttemptOutcome.Crashed.class, CRASH_ATTEMPTS, "the worker vanished");
            case AttemptOutcome.TimedOut timeout ->
                again(attempts, AttemptOutcome.TimedOut.class, LIMIT_ATTEMPTS, "timed out");
            case AttemptOutcome.MemoryExceeded memory ->
                again(attempts, AttemptOutcome.MemoryExceeded.class, LIMIT_ATTEMPTS, "used too much memory");
            case AttemptOutcome.Reported reported ->
                isStrategyError(reported) && strategyErrors(attempts) < LIMIT_ATTEMPTS
                        ? Optional.of("the strategy raised an error")
                        : Optional.empty();
        };
    }

    /// The maximum number of attempts after this outcome, for display.
    public static int attemptsFor(AttemptOutcome outcome) {
        return outcome instanceof AttemptOutcome.Crashed ? CRASH_ATTEMPTS : LIMIT_ATTEMPTS;
    }

    private static boolean isStrategyError(AttemptOutcome.Reported reported) {
        return FailureReason.parse(reported.category())
                .filter(reason -> reason == FailureReason.STRATEGY_ERROR)
                .isPresent();
    }

    /// The same message again is final, and so is another one: then it says something else each time.
    private static long strategyErrors(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt ->
                        attempt.outcome() instanceof AttemptOutcome.Reported reported && isStrategyError(reported))
                .count();
    }

    private static Optional<String> again(
            List<Attempt> attempts, Class<? extends AttemptOutcome> kind, int limit, String why) {
        long same = attempts.stream()
                .filter(attempt -> kind.isInstance(attempt.outcome()))
                .count();
        return same < limit ? Optional.of(why) : Optional.empty();
    }
}
