package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The L1 run that follows an L0 run at once.
public final class NextTier {
    private NextTier() {}

    /// L1 for all strategies of an L0 run, where all of them passed; this is what `auto_escalate_to_l1` asks for.
    public static Optional<RunRequest> afterAllPassed(List<RunOutcome> rounds) {
        return rounds.getFirst().outcome() == Outcome.ALL_PASS ? afterPasses(rounds) : Optional.empty();
    }

    /// L1 for the strategies that passed L0. None while a decision is open, which may still add to them.
    ///
    /// @param rounds a run and, where one was decided on, its retry
    public static Optional<RunRequest> afterPasses(List<RunOutcome> rounds) {
        RunOutcome last = rounds.getLast();
        List<StrategyId> passed = rounds.stream()
                .flatMap(round -> round.strategies().stream())
                .filter(StrategyResult::passed)
                .map(StrategyResult::id)
                .distinct()
                .toList();
        boolean isOver = !last.dryRun() && !last.cancelled() && !last.awaitsDecision();
        return last.plan().tier() == Tier.L0 && isOver && !passed.isEmpty()
                ? Optional.of(new RunRequest(
                        Tier.L1, OptionalInt.of(rounds.getFirst().plan().workers()), OptionalInt.empty(), passed))
                : Optional.empty();
    }
}
