package io.github.parallelvalidation.run;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Decides what follows a run that has ended or was decided about. It is decided here alone; window and command line
/// carry it out and then ask again.
///
/// A chain is a first run and the retries that were decided on. The rules:
/// - A question is answered before anything else happens. A policy answers one question of a chain; what still fails
///   after that is for a person.
/// - A decision to retry starts the retry.
/// - `--then-l1` takes what has passed L0 on to L1, once the chain's questions are answered.
/// - `auto_escalate_to_l1` starts L1 with all strategies of the chain's first run when all of them have passed by then,
///   retried and relaxed ones included.
public sealed interface FollowUp {

    /// Nothing follows.
    record Done() implements FollowUp {}

    /// A person is asked for a decision about the last run.
    record Ask() implements FollowUp {}

    /// The last run's question is answered by policy.
    ///
    /// @param thresholds for relaxing, by gate name; empty means every failed one a tenth looser
    record Decide(EscalationOption option, Map<String, Double> thresholds) implements FollowUp {
        public Decide {
            thresholds = Map.copyOf(thresholds);
        }

        public Decision at(Instant now) {
            return new Decision(option, Decision.By.POLICY, now, thresholds);
        }
    }

    /// Another run starts: a retry, or the next tier.
    record Start(RunRequest request) implements FollowUp {

        /// The same without strategies that somebody has taken out of the queue since, or given a status that is not
        /// ours: the others need not suffer for it.
        FollowUp among(Queue queue) {
            List<StrategyId> left = request.strategies().stream()
                    .filter(id -> whyNot(queue, id).isEmpty())
                    .toList();
            return left.isEmpty() ? new Done() : new Start(request.naming(left).remarking(leftOut(queue)));
        }

        /// Who is left out, each in a sentence.
        List<String> leftOut(Queue queue) {
            return request.strategies().stream()
                    .flatMap(id -> whyNot(queue, id).stream()
                            .map(why ->
                                    "%s was to be run at %s and is left out: %s".formatted(id, request.tier(), why)))
                    .toList();
        }

        private static Optional<String> whyNot(Queue queue, StrategyId id) {
            Optional<QueueEntry> entry = queue.find(id);
            return entry.isEmpty()
                    ? Optional.of("it is no longer in the queue")
                    : entry.filter(found -> found.status() == Status.FOREIGN)
                            .map(found -> "its status is " + Printable.quoted(found.statusText()) + " by now");
        }
    }

    /// @param rounds the chain so far: a first run and its retries, oldest first, each as it was decided about
    /// @param wishes what was asked for with the first run
    static FollowUp after(List<RunOutcome> rounds, Settings settings, RunWishes wishes) {
        RunOutcome last = rounds.getLast();
        if (last.dryRun() || last.cancelled()) {
            return new Done();
        }
        if (last.awaitsDecision()) {
            return answer(rounds, settings, wishes);
        }
        return retry(last)
                .or(() -> nextTier(rounds, settings, wishes))
                .<FollowUp>map(Start::new)
                .orElseGet(Done::new);
    }

    private static FollowUp answer(List<RunOutcome> rounds, Settings settings, RunWishes wishes) {
        boolean policyHasSpoken = rounds.stream()
                .flatMap(round -> round.decision().stream())
                .anyMatch(decision -> decision.decidedBy() == Decision.By.POLICY);
        return wishes.onEscalation()
                .orElse(settings.failures().onEscalation())
                .answer()
                .filter(_ -> !policyHasSpoken)
                .<FollowUp>map(
                        option -> new Decide(option, option == EscalationOption.RELAX ? wishes.relax() : Map.of()))
                .orElseGet(Ask::new);
    }

    private static Optional<RunRequest> retry(RunOutcome last) {
        return last.decision()
                .filter(decision -> decision.option() == EscalationOption.RETRY)
                .map(Decision::retry)
                // Without a name a run would take whatever else waits.
                .filter(again -> !again.strategies().isEmpty())
                .map(again -> new RunRequest(
                        last.plan().tier(),
                        OptionalInt.of(last.plan().workers()),
                        OptionalInt.empty(),
                        again.strategies(),
                        again.timeoutSeconds(),
                        last.plan().link().next(last.plan().runId())));
    }

    private static Optional<RunRequest> nextTier(List<RunOutcome> rounds, Settings settings, RunWishes wishes) {
        RunOutcome first = rounds.getFirst();
        if (first.plan().tier() != Tier.L0) {
            return Optional.empty();
        }
        List<StrategyId> passed = passed(rounds);
        List<StrategyId> all =
                first.plan().strategies().stream().map(PlannedStrategy::id).toList();
        boolean goesOn = wishes.thenL1() || (settings.autoEscalateToL1() && passed.containsAll(all));
        return Optional.of(passed)
                .filter(Predicate.not(List::isEmpty))
                .filter(_ -> goesOn)
                .map(strategies -> new RunRequest(
                        Tier.L1,
                        OptionalInt.of(first.plan().workers()),
                        OptionalInt.empty(),
                        strategies,
                        OptionalInt.empty(),
                        ChainLink.first(wishes.atNextTier())));
    }

    /// Those whose latest verdict in the chain is a pass.
    private static List<StrategyId> passed(List<RunOutcome> rounds) {
        Map<StrategyId, Boolean> standing = new LinkedHashMap<>();
        rounds.stream()
                .flatMap(round -> round.strategies().stream())
                .forEach(result -> standing.put(result.id(), result.passed()));
        return standing.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }
}
