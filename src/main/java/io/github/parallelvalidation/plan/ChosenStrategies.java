package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a choice by hand comes to at a tier. L1 is for what has passed L0: a backtest of what the screen refused is one
/// more chance for luck, and is not given by accident. Whoever names a strategy on the command line means it.
///
/// @param taken those that a run would take, in the order of the queue
/// @param notPassed those that have not passed the tier before
/// @param foreign those whose status belongs to another program
public record ChosenStrategies(
        Tier tier, List<StrategyId> taken, List<StrategyId> notPassed, List<StrategyId> foreign) {
    public ChosenStrategies {
        taken = List.copyOf(taken);
        notPassed = List.copyOf(notPassed);
        foreign = List.copyOf(foreign);
    }

    /// @param passedL0 asked of those whose status does not tell: what their newest result at L0 was
    public static ChosenStrategies of(
            Queue queue, Collection<StrategyId> chosen, Tier tier, Predicate<StrategyId> passedL0) {
        List<StrategyId> taken = new ArrayList<>();
        List<StrategyId> notPassed = new ArrayList<>();
        List<StrategyId> foreign = new ArrayList<>();
        chosen.stream().flatMap(id -> queue.find(id).stream()).forEach(entry -> {
            boolean mayRun = tier == Tier.L0 || hasPassedL0(entry, passedL0);
            (entry.status() == Status.FOREIGN ? foreign : mayRun ? taken : notPassed).add(entry.id());
        });
        return new ChosenStrategies(tier, taken, notPassed, foreign);
    }

    private static boolean hasPassedL0(QueueEntry entry, Predicate<StrategyId> passedL0) {
        Optional<Boolean> said = entry.status().passedL0();
        return said.isPresent() ? said.get() : passedL0.test(entry.id());
    }

    public boolean isComplete() {
        return notPassed.isEmpty() && foreign.isEmpty();
    }

    public int chosen() {
        return taken.size() + notPassed.size() + foreign.size();
    }
}
