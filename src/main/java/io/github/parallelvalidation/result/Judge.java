package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateCheck;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.settings.FixableErrors;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
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
                        memory ? Verdict.ERROR : Verdict.FAIL,
                        memory ? Status.ERROR : Status.failed(tier),
                        failure(reason, reported.message()));
            }
            case AttemptOutcome.Crashed crash ->
                draft.unsuccessful(
                        Verdict.ERROR,
                        Status.ERROR,
                        failure(FailureReason.WORKER_CRASH, attempts.size() + " attempts: " + crash.message()));
            case AttemptOutcome.TimedOut timeout ->
                draft.unsuccessful(
                        Verdict.TIMEOUT,
                        Status.FAILED_TIMEOUT,
                        failure(
                                FailureReason.TIMEOUT,
                                "no result after %s s, %d attempts"
                                        .formatted(PlainNumber.of(timeout.limitSeconds()), attempts.size())));
            case AttemptOutcome.MemoryExceeded memory ->
                draft.unsuccessful(
                        Verdict.ERROR,
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
    StrategyResult rejudged(StrategyResult result, Metrics metrics, GateCheck check) {
        if (check.passed()) {
            return result.asPass(Status.passed(tier), metrics, check.gates(), Map.of());
        }
        Failure failure = failure(check);
        return result.asFail(failedStatus(failure), metrics, check.gates(), failure);
    }

    private StrategyResult byGates(Draft draft, Metrics metrics, GateCheck check) {
        return rejudged(draft.unsuccessful(Verdict.FAIL, Status.failed(tier), null), metrics, check);
    }

    private Status failedStatus(Failure failure) {
        return retryFixable && failure.fixable() ? Status.FIXABLE_FAILURE : Status.failed(tier);
    }

    private Failure failure(GateCheck check) {
        List<FailureReason> reasons =
                check.failedGates().stream().map(GateResult::reason).toList();
        FailureReason decisive = reasons.stream()
                .filter(reason -> !fixable.isFixable(reason))
                .findFirst()
                .orElse(reasons.getFirst());
        return new Failure(decisive, fixable.allFixable(reasons), check.explanation());
    }

    private Failure failure(FailureReason reason, String message) {
        return new Failure(reason, fixable.isFixable(reason), message);
    }

    private record Draft(StrategyId id, String name, List<Attempt> attempts) {
        StrategyResult unsuccessful(Verdict verdict, Status status, @Nullable Failure failure) {
            return new StrategyResult(
                    id,
                    name,
                    status,
                    verdict,
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
