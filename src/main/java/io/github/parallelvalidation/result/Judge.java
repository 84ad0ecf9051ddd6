package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateCheck;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.LuckCount;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.settings.FixableErrors;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Inputs;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reaches the verdict of a strategy from its attempts.
///
/// @param retryFixable whether a fixable failure is handed to auto-retry, and its status says so
/// @param placeboWorlds how many worlds the protocol asks for
public record Judge(
        Tier tier, TierGates gates, FixableErrors fixable, boolean retryFixable, PlaceboWorlds placeboWorlds) {

    /// @param attempts all attempts, the last one final
    public StrategyResult judge(StrategyId id, String name, List<Attempt> attempts) {
        return new StrategyResult(id, name, judgement(attempts), Effort.of(attempts), inputs(attempts.getLast()));
    }

    private static Inputs inputs(Attempt last) {
        return last.outcome() instanceof AttemptOutcome.Completed done ? done.inputs() : Inputs.UNKNOWN;
    }

    private Judgement judgement(List<Attempt> attempts) {
        return switch (attempts.getLast().outcome()) {
            case AttemptOutcome.Completed done -> {
                Metrics metrics = metrics(done);
                yield judgement(metrics, gates.judge(metrics));
            }
            case AttemptOutcome.Reported reported -> {
                FailureReason reason = FailureReason.parse(reported.category()).orElse(FailureReason.STRATEGY_ERROR);
                // A worker that says itself that memory ran out ends as one that was ended for it.
                boolean memory = reason == FailureReason.MEMORY_LIMIT;
                yield Judgement.unmeasured(
                        memory ? Status.ERROR : Status.failed(tier),
                        memory ? Verdict.ERROR : Verdict.FAIL,
                        failure(reason, reported.message()));
            }
            case AttemptOutcome.Crashed crash ->
                Judgement.unmeasured(
                        Status.ERROR,
                        Verdict.ERROR,
                        failure(FailureReason.WORKER_CRASH, attempts.size() + " attempts: " + crash.message()));
            case AttemptOutcome.TimedOut timeout -> {
                Failure failure = failure(
                        FailureReason.TIMEOUT,
                        "no result after %s s, %d attempts"
                                .formatted(PlainNumber.of(timeout.limitSeconds()), attempts.size()));
                yield Judgement.unmeasured(
                        handedOn(failure) ? Status.FIXABLE_FAILURE : Status.FAILED_TIMEOUT, Verdict.TIMEOUT, failure);
            }
            case AttemptOutcome.MemoryExceeded memory ->
                Judgement.unmeasured(
                        Status.ERROR,
                        Verdict.ERROR,
                        failure(
                                FailureReason.MEMORY_LIMIT,
                                "used %d MB, more than the %d MB allowed"
                                        .formatted(memory.usedMb(), memory.limitMb())));
            case AttemptOutcome.Cancelled cancelled ->
                throw new IllegalArgumentException("a cancelled attempt has no result");
        };
    }

    /// The same strategy with these metrics, which [#metrics] has made of what a worker measured.
    public StrategyResult judge(StrategyResult strategy, Metrics metrics) {
        return strategy.judged(judgement(metrics, gates.judge(metrics)));
    }

    /// What a worker measured, with the luck that its worlds show.
    public Metrics metrics(AttemptOutcome.Completed done) {
        return new LuckCount(tier, gates, placeboWorlds).of(done.metrics(), Optional.ofNullable(done.worlds()));
    }

    /// The judgement on metrics that were held against the gates.
    Judgement judgement(Metrics metrics, GateCheck check) {
        if (check.passed()) {
            return Judgement.passed(Status.passed(tier), metrics, check.gates(), Map.of());
        }
        Failure failure = failure(check);
        return Judgement.failed(failedStatus(failure), metrics, check.gates(), failure);
    }

    private Status failedStatus(Failure failure) {
        return handedOn(failure) ? Status.FIXABLE_FAILURE : Status.failed(tier);
    }

    /// Whether auto-retry gets it.
    private boolean handedOn(Failure failure) {
        return retryFixable && failure.fixable();
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
}
