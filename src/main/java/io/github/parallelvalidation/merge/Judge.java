package io.github.parallelvalidation.merge;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.gate.Verdict;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.settings.FixableErrors;
import io.github.parallelvalidation.worker.Attempt;
import io.github.parallelvalidation.worker.AttemptOutcome;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the attempts at a strategy into its result.
///
/// @param retryFixable whether a fixable failure is handed to auto-retry, and its status says so
public record Judge(Tier tier, TierGates gates, FixableErrors fixable, boolean retryFixable) {

    /// @param attempts all attempts, the last one final
    public StrategyResult judge(StrategyId id, String name, List<Attempt> attempts) {
        Attempt last = attempts.getLast();
        Draft draft = new Draft(id, name, attempts);
        return switch (last.outcome()) {
            case AttemptOutcome.Completed done -> byGates(draft, done.metrics(), gates.judge(done.metrics()));
            case AttemptOutcome.Reported reported -> {
                FailureReason reason = FailureReason.parse(reported.category()).orElse(FailureReason.STRATEGY_ERROR);
                // A worker that says itself that memory ran out ends as one that was ended for it.
                boolean memory = reason == FailureReason.MEMORY_LIMIT;
                yield draft.unsuccessful(
                        memory ? Ending.ERROR : Ending.FAIL,
                        memory ? Status.ERROR : Status.failed(tier),
                        failure(reason, reported.message()));
            }
            case AttemptOutcome.Crashed crash ->
                draft.unsuccessful(
                        Ending.ERROR,
                        Status.ERROR,
                        failure(FailureReason.WORKER_CRASH, attempts.size() + " attempts: " + crash.message()));
            case AttemptOutcome.TimedOut timeout ->
                draft.unsuccessful(
                        Ending.TIMEOUT,
                        Status.FAILED_TIMEOUT,
                        failure(
                                FailureReason.TIMEOUT,
                                "no result after %s s, %d attempts"
                                        .formatted(number(timeout.limitSeconds()), attempts.size())));
            case AttemptOutcome.MemoryExceeded memory ->
                draft.unsuccessful(
                        Ending.ERROR,
                        Status.ERROR,
                        failure(
                                FailureReason.MEMORY_LIMIT,
                                "used %d MB, more than the %d MB allowed"
                                        .formatted(memory.usedMb(), memory.limitMb())));
            case AttemptOutcome.Cancelled cancelled ->
                throw new IllegalArgumentException("a cancelled attempt has no result");
        };
    }

    /// The result with another verdict on the same metrics.
    StrategyResult rejudged(StrategyResult result, Metrics metrics, Verdict verdict) {
        if (verdict.passed()) {
            return result.asPass(Status.passed(tier), metrics, verdict.gates(), Map.of());
        }
        Failure failure = failure(verdict);
        return result.asFail(failedStatus(failure), metrics, verdict.gates(), failure);
    }

    private StrategyResult byGates(Draft draft, Metrics metrics, Verdict verdict) {
        return rejudged(draft.unsuccessful(Ending.FAIL, Status.failed(tier), null), metrics, verdict);
    }

    private Status failedStatus(Failure failure) {
        return retryFixable && failure.fixable() ? Status.FIXABLE_FAILURE : Status.failed(tier);
    }

    private Failure failure(Verdict verdict) {
        List<FailureReason> reasons =
                verdict.failedGates().stream().map(GateResult::reason).toList();
        FailureReason decisive = reasons.stream()
                .filter(reason -> !fixable.isFixable(reason))
                .findFirst()
                .orElse(reasons.getFirst());
        return new Failure(decisive, fixable.allFixable(reasons), verdict.explanation());
    }

    private Failure failure(FailureReason reason, String message) {
        return new Failure(reason, fixable.isFixable(reason), message);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private record Draft(StrategyId id, String name, List<Attempt> attempts) {
        StrategyResult unsuccessful(Ending ending, Status status, @Nullable Failure failure) {
            return new StrategyResult(
                    id,
                    name,
                    status,
                    ending,
                    attempts.size(),
                    attempts.getLast().seconds(),
                    Metrics.NONE,
                    List.of(),
                    failure,
                    Map.of(),
                    attempts.stream().mapToLong(Attempt::peakMemoryMb).max().orElse(0),
                    AttemptCard.of(attempts));
        }
    }
}
